package org.tocsin.coder;

/** Weapon types after the GTD codebook's weapon types and sub-types, as far as news tells them apart. */
public enum WeaponType {
    FIREARM,
    GRENADE,
    ROCKET_MISSILE,
    MORTAR_ARTILLERY,
    VEHICLE_BOMB,
    SUICIDE_BOMB,
    LANDMINE,
    BOMB,
    AERIAL_BOMB,
    DRONE,
    INCENDIARY,
    MELEE,
    VEHICLE,
    CHEMICAL,
    BIOLOGICAL,
    RADIOLOGICAL,
    SABOTAGE_EQUIPMENT,
    FAKE,
    OTHER,
    UNKNOWN
}
