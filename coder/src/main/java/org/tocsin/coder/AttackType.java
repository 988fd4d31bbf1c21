package org.tocsin.coder;

/** The attack types of the Global Terrorism Database (GTD codebook, "Attack type"). */
public enum AttackType {
    ASSASSINATION,
    ARMED_ASSAULT,
    BOMBING_EXPLOSION,
    HIJACKING,
    HOSTAGE_TAKING,
    KIDNAPPING,
    FACILITY_ATTACK,
    UNARMED_ASSAULT,
    UNKNOWN
}
