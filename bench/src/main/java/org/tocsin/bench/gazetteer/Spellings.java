package org.tocsin.bench.gazetteer;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.tocsin.coder.place.Folding;

/** Which of GeoNames' alternate names can stand in English news, folded. */
final class Spellings {
    /** Below this many people a place of a country without long conflict is called by its main name only. */
    private static final int WORTH_ALTERNATES = 15_000;

    private static final int SHORTEST = 4;

    private final Set<String> englishWords;
    private final Set<String> closelyRead;

    /**
     * @param englishWords everyday words, folded: no alternate may be one
     * @param closelyRead country codes whose small places keep their alternate spellings
     */
    Spellings(Set<String> englishWords, Set<String> closelyRead) {
        this.englishWords = englishWords;
        this.closelyRead = closelyRead;
    }

    /** The other spellings of a place, without its main name, in GeoNames' order. */
    Set<String> of(GeoName place) {
        Set<String> folded = new LinkedHashSet<>();
        String main = Folding.fold(place.name());
        String ascii = Folding.fold(place.ascii());
        if (!ascii.equals(main) && !englishWords.contains(ascii)) {
            folded.add(ascii);
        }
        if (isWorthAlternates(place)) {
            for (String alternate : place.alternates()) {
                String spelling = Folding.fold(alternate);
                if (isReadable(alternate) && spelling.length() >= SHORTEST && !englishWords.contains(spelling)) {
                    folded.add(spelling);
                }
            }
        }
        folded.remove(main);
        return folded;
    }

    private boolean isWorthAlternates(GeoName place) {
        return place.population() >= WORTH_ALTERNATES || closelyRead.contains(place.country());
    }

    boolean isEnglishWord(GeoName place) {
        return englishWords.contains(Folding.fold(place.name()));
    }

    /** In Latin letters, capitalised (romanisations of other scripts are not) and no airport code. */
    private static boolean isReadable(String name) {
        boolean latin = name.chars().allMatch(c -> c < 0x250 || (c >= 0x1e00 && c < 0x1f00) || c == '\u2019');
        boolean code = name.length() <= 4 && name.equals(name.toUpperCase(Locale.ROOT));
        return latin && !name.isEmpty() && Character.isUpperCase(name.charAt(0)) && !code && name.indexOf(';') < 0;
    }
}
