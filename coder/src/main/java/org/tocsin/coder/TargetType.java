package org.tocsin.coder;

/** The target types of the Global Terrorism Database, each with the word it has in a derived target id. */
public enum TargetType {
    MILITARY("military"),
    POLICE("police"),
    GOVERNMENT("government"),
    DIPLOMATIC("diplomatic"),
    BUSINESS("business"),
    EDUCATIONAL("educational"),
    MEDICAL("medical"),
    JOURNALISTS_MEDIA("media"),
    RELIGIOUS("religious"),
    NGO("ngo"),
    TRANSPORTATION("transport"),
    AIRPORTS_AIRCRAFT("transport"),
    MARITIME("transport"),
    UTILITIES("infrastructure"),
    TELECOMMUNICATION("infrastructure"),
    FOOD_WATER("infrastructure"),
    NON_STATE_MILITIA("militia"),
    POLITICAL_PARTY("political"),
    TOURISTS("tourists"),
    PRIVATE_CITIZENS("private"),
    OTHER("other"),
    UNKNOWN("unknown");

    private final String slug;

    TargetType(String slug) {
        this.slug = slug;
    }

    /** The first part of a derived id; kinds that a count should not tell apart share one. */
    public String slug() {
        return slug;
    }
}
