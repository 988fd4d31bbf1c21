package org.tocsin.coder;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the coder says of one article. */
public sealed interface Verdict {

    /** How likely it is that the article reports an attack, 0..1. */
    double score();

    /**
     * The article reports attacks.
     *
     * @param incidents at least one, the most confident first
     * @param datelineCountry where the article was written, ISO 3166-1 alpha-2; null when it has no dateline
     */
    record Incidents(double score, List<CodedIncident> incidents, @Nullable String datelineCountry) implements Verdict {
        public Incidents {
            if (incidents.isEmpty()) {
                throw new IllegalArgumentException("no incident; use NotAnAttack");
            }
            incidents = List.copyOf(incidents);
        }
    }

    /** The article was read and reports no attack; {@code reason} names what decided it. */
    record NotAnAttack(double score, String reason) implements Verdict {}

    /** The article cannot be read; {@code detail} tells a person why. */
    record Rejected(Rejection reason, String detail) implements Verdict {
        @Override
        public double score() {
            return 0;
        }
    }

    /** Why an article cannot be read. */
    enum Rejection {
        /** Nothing is left once mark-up and white space are gone. */
        EMPTY,
        /** Not in a language that is coded. */
        LANGUAGE,
        /** No sentences: tables, lists of headlines, encoded bytes. */
        NO_PROSE,
        /** Longer than 1 MiB of text. */
        TOO_LONG
    }
}
