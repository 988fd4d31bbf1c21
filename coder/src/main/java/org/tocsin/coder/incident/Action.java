package org.tocsin.coder.incident;

/** What was done, finer than GTD's attack types; {@code actions.tsv} gives each its GTD type and ACLED sub-event. */
public enum Action {
    SUICIDE_BOMBING,
    AIR_STRIKE,
    SHELLING,
    GRENADE,
    BOMBING,
    CHEMICAL,
    HIJACKING,
    KIDNAPPING,
    HOSTAGE_TAKING,
    ASSASSINATION,
    ARSON,
    SABOTAGE,
    SHOOTING,
    STABBING,
    CLASH,
    ASSAULT,
    KILLING,
    INJURY,
    ROBBERY,
    RAMMING,
    BEATING,
    MOB,
    SEXUAL,
    /** A phrase that only looks like an attack ("heart attack"). */
    NONE
}
