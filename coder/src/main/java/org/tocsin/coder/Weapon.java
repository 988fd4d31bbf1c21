package org.tocsin.coder;

/** What it was done with, as written. */
public record Weapon(String text, WeaponType type) {}
