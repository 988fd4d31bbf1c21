package org.tocsin.coder;

/** How far an attack came. Threats and plans are no incidents and have no stage. */
public enum Stage {
    ACCOMPLISHED,
    ATTEMPTED,
    FOILED
}
