package org.tocsin.coder.text;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which language a text is in, by its script and its function words. Made to let English through, however short or
 * full of foreign names, and to name the language of what is not; it is no general language detector.
 */
public final class Language {
    /** Words that are looked at. */
    private static final int SAMPLE = 500;

    /** Fewer hits than this say nothing. */
    private static final int FEWEST_HITS = 3;

    /** From this many words on a text without English function words is not English. */
    private static final int ENOUGH_WORDS = 60;

    /** English prose has well over a quarter of these words; lists of names next to none. */
    private static final double LEAST_ENGLISH = 0.03;

    /** What ISO 639 calls a language that could not be determined. */
    public static final String UNKNOWN = "und";

    private static final String ENGLISH = "en";

    private static final Map<Character.UnicodeScript, String> SCRIPTS = Map.ofEntries(
            Map.entry(Character.UnicodeScript.ARABIC, "ar"),
            Map.entry(Character.UnicodeScript.CYRILLIC, "ru"),
            Map.entry(Character.UnicodeScript.HAN, "zh"),
            Map.entry(Character.UnicodeScript.HIRAGANA, "ja"),
            Map.entry(Character.UnicodeScript.KATAKANA, "ja"),
            Map.entry(Character.UnicodeScript.HANGUL, "ko"),
            Map.entry(Character.UnicodeScript.HEBREW, "he"),
            Map.entry(Character.UnicodeScript.GREEK, "el"),
            Map.entry(Character.UnicodeScript.DEVANAGARI, "hi"),
            Map.entry(Character.UnicodeScript.BENGALI, "bn"),
            Map.entry(Character.UnicodeScript.TAMIL, "ta"),
            Map.entry(Character.UnicodeScript.THAI, "th"),
            Map.entry(Character.UnicodeScript.ETHIOPIC, "am"),
            Map.entry(Character.UnicodeScript.ARMENIAN, "hy"),
            Map.entry(Character.UnicodeScript.GEORGIAN, "ka"));

    private final Map<String, List<String>> languagesOf = new HashMap<>();

    public Language() {
        for (DataFile.Row row : DataFile.rows(Language.class, "languages.tsv")) {
            for (String word : row.text(1).split(" ", -1)) {
                languagesOf.merge(word, List.of(row.text(0)), Language::joined);
            }
        }
    }

    private static List<String> joined(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    /**
     * The ISO 639-1 code of the language that the document is in when it is not English, {@link #UNKNOWN} when that is all that
     * can be said; empty for English and for texts too short to tell.
     */
    public Optional<String> otherThanEnglish(Document document) {
        Map<Character.UnicodeScript, Integer> scripts = new LinkedHashMap<>();
        Map<String, Integer> hits = new LinkedHashMap<>();
        int words = 0;
        for (Sentence sentence : document.sentences()) {
            if (words == SAMPLE) {
                break;
            }
            for (Token token : sentence.tokens()) {
                if (words < SAMPLE && token.isWord() && !token.isNumber()) {
                    words++;
                    scripts.merge(Character.UnicodeScript.of(token.text().codePointAt(0)), 1, Integer::sum);
                    languagesOf.getOrDefault(token.lower(), List.of()).forEach(l -> hits.merge(l, 1, Integer::sum));
                }
            }
        }
        int read = words;
        return otherScript(scripts, read).or(() -> otherWords(hits, read));
    }

    private static Optional<String> otherScript(Map<Character.UnicodeScript, Integer> scripts, int words) {
        for (Map.Entry<Character.UnicodeScript, Integer> script : scripts.entrySet()) {
            if (script.getKey() != Character.UnicodeScript.LATIN && 2 * script.getValue() > words) {
                return Optional.of(SCRIPTS.getOrDefault(script.getKey(), UNKNOWN));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> otherWords(Map<String, Integer> hits, int words) {
        int english = hits.getOrDefault(ENGLISH, 0);
        String best = ENGLISH;
        int most = english;
        for (Map.Entry<String, Integer> hit : hits.entrySet()) {
            if (hit.getValue() > most) {
                best = hit.getKey();
                most = hit.getValue();
            }
        }
        if (most >= FEWEST_HITS && 2 * most > 3 * english && !best.equals(ENGLISH)) {
            return Optional.of(best);
        }
        return words >= ENOUGH_WORDS && english < LEAST_ENGLISH * words ? Optional.of(UNKNOWN) : Optional.empty();
    }
}
