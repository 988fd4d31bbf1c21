package org.tocsin.bench.gazetteer;

import java.util.Set;

/**
 * Countries where small places matter because attacks are reported from them: the gazetteer keeps places from 500 people,
 * all their spellings and their districts. Chosen by hand: long conflict or much violent crime since 1980.
 */
final class ClosestRead {
    static final Set<String> COUNTRIES = Set.of(
            ("AF AM AO AZ BD BF BI BO BR CD CF CI CL CM CO DZ EC EG ER ET GE GH GT HN HT ID IL IN IQ IR JO KE KG KZ LB LK"
                            + " LY MA ML MM MR MX MZ NE NG NI NP PE PH PK PS RU RW SA SD SN SO SS SV SY TD TH TJ TM TN TR UA UG"
                            + " US UZ VE XK YE")
                    .split(" "));

    private ClosestRead() {}
}
