package org.tocsin.bench.role;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When two strings name the same entity, as the scoreboard's {@code same_entity} has it. */
final class EntityMatch {
    private static final Set<String> STOP =
            Set.of("the a an of some several many two three four five six seven eight nine ten her his their its"
                    .split(" ", -1));
    private static final Set<String> CUT = Set.of("of", "in", "at", "from", "with", "who", "that", "on");
    private static final Pattern WORD = Pattern.compile("[\\w']+", Pattern.UNICODE_CHARACTER_CLASS);

    private EntityMatch() {}

    static boolean same(List<String> some, List<String> others) {
        return some.stream().anyMatch(a -> others.stream().anyMatch(b -> same(a, b)));
    }

    /** Whether the phrase has the head noun of the entity's wording, or all of its words. */
    static boolean names(String phrase, String wording) {
        String head = head(wording);
        Set<String> words = content(wording);
        return (!head.isEmpty() && head.equals(head(phrase)))
                || (!words.isEmpty() && content(phrase).containsAll(words));
    }

    private static boolean same(String a, String b) {
        if (a.equalsIgnoreCase(b)) {
            return true;
        }
        String head = head(a);
        if (!head.isEmpty() && head.equals(head(b))) {
            return true;
        }
        Set<String> wa = content(a);
        Set<String> wb = content(b);
        return !wa.isEmpty() && !wb.isEmpty() && (wa.containsAll(wb) || wb.containsAll(wa));
    }

    private static Set<String> content(String phrase) {
        Set<String> words = new HashSet<>(words(phrase));
        words.removeAll(STOP);
        return words;
    }

    private static String head(String phrase) {
        List<String> words = words(phrase);
        for (int i = 1; i < words.size(); i++) {
            if (CUT.contains(words.get(i))) {
                return words.get(i - 1);
            }
        }
        return words.isEmpty() ? "" : words.get(words.size() - 1);
    }

    private static List<String> words(String phrase) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(phrase.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
