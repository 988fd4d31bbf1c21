package org.tocsin.coder.role;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.WordNumbers;

/**
 * English words with how often each is a noun, verb, adjective or adverb, and the way from inflected forms to base
 * forms. Drawn from WordNet ({@code words.tsv}) and a list of closed-class words ({@code functions.txt}).
 */
final class Words {
    /** How often a word is each part of speech, in tenths, and what kind of thing it names ("-": no noun). */
    record Entry(int noun, int verb, int adjective, int adverb, String kind) {
        static final Entry NONE = new Entry(0, 0, 0, 0, "-");

        /** Not in the word list. */
        boolean isUnknown() {
            return noun + verb + adjective + adverb == 0;
        }
    }

    /** A verb form: the base form, and whether it can be past tense or participle. */
    record VerbForm(String base, boolean past, boolean ing, boolean third) {}

    /** What words have in common, by the numbers of {@link #words}. */
    private final List<Entry> entries = new ArrayList<>();

    private final WordNumbers words = new WordNumbers(1 << 17);
    private final Map<String, Tag> functions = new HashMap<>();
    private final Map<String, VerbForm> irregular = new HashMap<>();
    private final Map<String, String> plurals = new HashMap<>();
    private final Set<String> inflected = new HashSet<>();
    private final Idioms idioms = new Idioms();
    private final Set<String> compounds = new HashSet<>();

    private Words() {}

    static Words load() {
        Words words = new Words();
        Map<String, Integer> known = new HashMap<>();
        for (String line : Lines.of("words.tsv")) {
            int tab = line.indexOf('\t');
            int number = known.computeIfAbsent(line.substring(tab + 1), words::addEntry);
            words.words.put(WordNumbers.hash(line.substring(0, tab)), number);
        }
        Lines.of("functions.txt").forEach(words::addFunctions);
        return words;
    }

    /** The number of a new entry from its columns: four tenths, a tab, the kind. */
    private int addEntry(String columns) {
        entries.add(new Entry(
                tenth(columns, 0), tenth(columns, 1), tenth(columns, 2), tenth(columns, 3), columns.substring(5)));
        return entries.size() - 1;
    }

    private static int tenth(String columns, int at) {
        return Character.digit(columns.charAt(at), 16);
    }

    private void addFunctions(String line) {
        int colon = line.indexOf(':');
        String[] words = line.substring(colon + 1).strip().split(" ", -1);
        switch (line.substring(0, colon)) {
            case "VERB-FORMS" -> {
                irregular.put(words[1], new VerbForm(words[0], true, false, false));
                irregular.put(words[2], new VerbForm(words[0], true, false, false));
            }
            case "INFLECTED" -> inflected.addAll(Set.of(words));
            case "COMPOUNDS" -> compounds.addAll(Set.of(words));
            case "PLURALS" -> plurals.put(words[0], words[1]);
            default ->
                functionTag(line.substring(0, colon))
                        .ifPresentOrElse(
                                tag -> List.of(words).forEach(word -> functions.putIfAbsent(word, tag)),
                                () -> idioms.add(line.substring(0, colon), words));
        }
    }

    /** Empty for the classes of {@link Idioms}. */
    private static Optional<Tag> functionTag(String name) {
        return switch (name) {
            case "DET" -> Optional.of(Tag.DETERMINER);
            case "POSS" -> Optional.of(Tag.POSSESSIVE);
            case "NUM" -> Optional.of(Tag.NUMBER);
            case "PREP" -> Optional.of(Tag.PREPOSITION);
            case "SUB" -> Optional.of(Tag.SUBORDINATOR);
            case "AUX" -> Optional.of(Tag.AUXILIARY);
            case "CONJ" -> Optional.of(Tag.CONJUNCTION);
            case "PRON" -> Optional.of(Tag.PRONOUN);
            case "WHO" -> Optional.of(Tag.RELATIVE);
            case "ADV" -> Optional.of(Tag.ADVERB);
            case "BE", "HAVE", "TO", "TIME" -> Optional.of(Tag.valueOf(name));
            default -> Optional.empty();
        };
    }

    /** The tag of a closed-class word; null for others. */
    @Nullable
    Tag function(String lower) {
        return functions.get(lower);
    }

    /** What words are together or in their places. */
    Idioms idioms() {
        return idioms;
    }

    Entry entry(String lower) {
        int number = words.get(WordNumbers.hash(lower));
        return number == WordNumbers.NONE ? Entry.NONE : entries.get(number);
    }

    /** Makes a compound noun before "strikes" and "attacks", and is no subject of them: "air", "drone". */
    boolean isCompound(String lower) {
        return compounds.contains(lower);
    }

    private boolean isListed(String lower) {
        return words.get(WordNumbers.hash(lower)) != WordNumbers.NONE;
    }

    boolean isKnown(String lower) {
        return isListed(lower) || functions.containsKey(lower) || !noun(lower).equals(lower);
    }

    /** The noun's singular; the word itself when it is none. */
    String noun(String lower) {
        String known = plurals.get(lower);
        if (known != null) {
            return known;
        }
        if (lower.length() > 4 && lower.endsWith("men") && isListed(lower.substring(0, lower.length() - 2) + "an")) {
            return lower.substring(0, lower.length() - 2) + "an";
        }
        if (lower.length() < 4 || !lower.endsWith("s") || lower.endsWith("ss") || lower.endsWith("us")) {
            return lower;
        }
        String stem = lower.substring(0, lower.length() - 1);
        if (lower.endsWith("ies")) {
            return firstNoun(lower, lower.substring(0, lower.length() - 3) + "y", stem);
        }
        if (lower.endsWith("ves")) {
            String shorter = lower.substring(0, lower.length() - 3);
            return firstNoun(lower, stem, shorter + "f", shorter + "fe");
        }
        return lower.endsWith("es")
                ? firstNoun(lower, stem, stem.substring(0, stem.length() - 1))
                : firstNoun(lower, stem);
    }

    private String firstNoun(String word, String... singulars) {
        for (String singular : singulars) {
            if (entry(singular).noun() > 0) {
                return singular;
            }
        }
        return word;
    }

    boolean isPlural(String lower) {
        return plurals.containsKey(lower) || !noun(lower).equals(lower);
    }

    /** What the word would be as a verb's inflected form; empty when it is none. */
    Optional<VerbForm> verb(String lower) {
        VerbForm known = irregular.get(lower);
        if (known != null) {
            return Optional.of(known);
        }
        String stem = null;
        if (lower.endsWith("ed")) {
            stem = verbStem(lower.substring(0, lower.length() - 2));
        } else if (lower.endsWith("ing") && lower.length() > 5) {
            stem = verbStem(lower.substring(0, lower.length() - 3));
        } else if (lower.endsWith("s") && !lower.endsWith("ss")) {
            stem = third(lower);
        }
        if (stem != null) {
            return Optional.of(new VerbForm(stem, lower.endsWith("ed"), lower.endsWith("ing"), lower.endsWith("s")));
        }
        return entry(lower).verb() > 0 ? Optional.of(new VerbForm(lower, false, false, false)) : Optional.empty();
    }

    private @Nullable String third(String lower) {
        String stem = lower.substring(0, lower.length() - 1);
        if (isVerb(stem)) {
            return stem;
        }
        if (lower.endsWith("ies") && isVerb(lower.substring(0, lower.length() - 3) + "y")) {
            return lower.substring(0, lower.length() - 3) + "y";
        }
        return lower.endsWith("es") && isVerb(lower.substring(0, lower.length() - 2))
                ? lower.substring(0, lower.length() - 2)
                : null;
    }

    /** From what is left without -ed or -ing: attack, ambush; kill(e)? no; fir -> fire; stabb -> stab; carri -> carry. */
    private @Nullable String verbStem(String stem) {
        if (stem.length() < 2) {
            return null;
        }
        int last = stem.length() - 1;
        boolean doubled = stem.charAt(last) == stem.charAt(last - 1);
        String undoubled = stem.substring(0, last);
        if (doubled && !isVerb(stem) && isVerb(undoubled)) {
            return undoubled;
        }
        if (stem.charAt(last) == 'i' && isVerb(undoubled + "y")) {
            return undoubled + "y";
        }
        boolean bare = isVerb(stem) || inflected.contains(stem);
        boolean withE = isVerb(stem + "e");
        if (bare && withE && wouldDouble(stem)) {
            return stem + "e";
        }
        if (bare && withE) {
            return entry(stem).verb() >= entry(stem + "e").verb() ? stem : stem + "e";
        }
        return bare ? stem : withE ? stem + "e" : null;
    }

    /** "stag" would make "stagged", so "staged" is of "stage"; "aim" and "bomb" double nothing. */
    private static boolean wouldDouble(String stem) {
        int last = stem.length() - 1;
        return vowels(stem) == 1
                && last >= 2
                && isVowel(stem.charAt(last - 1))
                && !isVowel(stem.charAt(last))
                && "wxy".indexOf(stem.charAt(last)) < 0;
    }

    private static int vowels(String word) {
        return (int) word.chars().filter(c -> isVowel((char) c)).count();
    }

    private static boolean isVowel(char c) {
        return "aeiou".indexOf(c) >= 0;
    }

    private boolean isVerb(String base) {
        return entry(base).verb() > 0;
    }
}
