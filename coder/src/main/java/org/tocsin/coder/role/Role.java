package org.tocsin.coder.role;

/** The three parts that somebody or something can play in an attack. */
public enum Role {
    TARGET,
    PERPETRATOR,
    WEAPON
}
