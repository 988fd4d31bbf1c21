package org.tocsin.coder;

/** The ACLED sub-event types that an attack can be (ACLED codebook), with ACLED's own spelling. */
public enum AcledSubEventType {
    AIR_DRONE_STRIKE("Air/drone strike"),
    SUICIDE_BOMB("Suicide bomb"),
    REMOTE_EXPLOSIVE("Remote explosive/landmine/IED"),
    SHELLING("Shelling/artillery/missile attack"),
    GRENADE("Grenade"),
    CHEMICAL_WEAPON("Chemical weapon"),
    ARMED_CLASH("Armed clash"),
    ATTACK("Attack"),
    ABDUCTION("Abduction/forced disappearance"),
    SEXUAL_VIOLENCE("Sexual violence"),
    MOB_VIOLENCE("Mob violence"),
    PROPERTY_DESTRUCTION("Looting/property destruction");

    private final String label;

    AcledSubEventType(String label) {
        this.label = label;
    }

    /** ACLED's own name. */
    public String label() {
        return label;
    }
}
