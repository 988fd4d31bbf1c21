package org.tocsin.coder.incident;

import java.util.HashMap;
import java.util.Map;
import org.tocsin.coder.text.Attackers;
import org.tocsin.coder.text.DataFile;
import org.tocsin.coder.text.Token;

/** Words that say how an attack word beside them is meant, as bits; {@code cues.tsv} has them. */
public final class Cues {
    /** The kinds of cue; a word may be of several. */
    public enum Cue {
        NEGATION,
        MODAL,
        FUTURE,
        PLAN,
        ATTEMPT,
        COURT,
        ARREST,
        HISTORY,
        LASTYEAR,
        DRILL,
        FICTION,
        SPORT,
        MONEY,
        POLITICS,
        GENERIC,
        PLURAL,
        VICTIM,
        ACTOR,
        FORCES,
        CASUALTY,
        DAY,
        MONTH,
        REPORT,
        PLACE,
        ACCIDENT,
        PROTEST,
        CONDEMN,
        SUBJECT1,
        ASK,
        INVESTIGATE,
        SUDDEN,
        ANIMAL,
        CYBER,
        MISHAP,
        SCIENCE,
        PAST,
        OPINION,
        STAGE,
        CLAUSE,
        HAZARD,
        NUMBER,
        YEAR;

        /** The bit of this cue; sets of cues live for one article only, so the order of the enum may change. */
        @SuppressWarnings("EnumOrdinal")
        public long bit() {
            return 1L << ordinal();
        }
    }

    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2099;

    private final Map<String, Long> bits;

    private Cues(Map<String, Long> bits) {
        this.bits = bits;
    }

    public static Cues load() {
        Map<String, Long> bits = new HashMap<>();
        for (DataFile.Row row : DataFile.rows(Cues.class, "cues.tsv")) {
            long bit = Cue.valueOf(row.text(0)).bit();
            for (String word : Attackers.forms(row.text(1), " ")) {
                bits.merge(word, bit, (a, b) -> a | b);
            }
        }
        return new Cues(bits);
    }

    /** The cues that the word is, as a set of bits; 0 when it is none. */
    public long of(Token token) {
        if (token.isNumber()) {
            return isYear(token.text()) ? Cue.YEAR.bit() : Cue.NUMBER.bit();
        }
        String lower = token.lower();
        long found = bits.getOrDefault(lower, 0L);
        return lower.endsWith("n't") ? found | Cue.NEGATION.bit() : found;
    }

    private static boolean isYear(String text) {
        if (text.length() != 4) {
            return false;
        }
        int year = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit < 0) {
                return false;
            }
            year = 10 * year + digit;
        }
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
