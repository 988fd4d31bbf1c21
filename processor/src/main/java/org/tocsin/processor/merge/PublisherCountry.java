package org.tocsin.processor.merge;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tocsin.coder.text.DataFile;

/**
 * Where an article's publisher is, by the country-code domain of its address: {@code .ng} is Nigeria's. The table beside
 * this class holds the domains that are named otherwise than their country ({@code .uk}) and those that are sold all
 * over the world and say nothing ({@code .io}). Immutable.
 */
public final class PublisherCountry {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** By domain in lower case; empty text for one that says nothing. */
    private final Map<String, String> exceptions;

    private PublisherCountry(Map<String, String> exceptions) {
        this.exceptions = Map.copyOf(exceptions);
    }

    /** Reads the table from the class path. */
    public static PublisherCountry load() {
        Map<String, String> exceptions = new HashMap<>();
        for (DataFile.Row row : DataFile.rows(PublisherCountry.class, "country-domains.tsv")) {
            String country = row.text(1);
            if (!country.isEmpty() && !COUNTRIES.contains(country)) {
                throw new IllegalStateException(row.where() + ": " + country + " is no country of ISO 3166");
            }
            exceptions.put(row.text(0), country);
        }
        return new PublisherCountry(exceptions);
    }

    /** ISO 3166 alpha-2; empty for {@code .com} and its like, and for what is no address. */
    public Optional<String> of(String url) {
        String host = Publisher.host(url);
        String domain = host.substring(host.lastIndexOf('.') + 1);
        if (domain.length() == host.length()) {
            return Optional.empty();
        }
        String country = exceptions.getOrDefault(domain, domain.toUpperCase(Locale.ROOT));
        return COUNTRIES.contains(country) ? Optional.of(country) : Optional.empty();
    }
}
