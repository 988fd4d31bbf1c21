package org.tocsin.coder.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.coder.text.DataFile;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Stem;
import org.tocsin.coder.text.Token;

/** Reads off an attack sentence what tells its attack from others. */
final class MentionReader {
    /** "In another attack" stands at the beginning; further in, "another" belongs to something else. */
    private static final int OPENING = 4;

    private final Map<String, Set<String>> words = new HashMap<>();
    private final Cues cues = Cues.load();

    MentionReader() {
        for (DataFile.Row row : DataFile.rows(MentionReader.class, "grouping.tsv")) {
            words.put(row.text(0), Set.copyOf(List.of(row.text(1).split(" ", -1))));
        }
    }

    /**
     * The mentions of those triggers, one per sentence, in text order.
     *
     * @param knownPlaces names to look for, lower case, where a text in capitals shows none
     */
    List<Mention> read(Document document, List<Trigger> triggers, Set<String> knownPlaces) {
        List<Mention> mentions = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= triggers.size(); i++) {
            if (i == triggers.size()
                    || triggers.get(i).sentence() != triggers.get(from).sentence()) {
                List<Trigger> own = triggers.subList(from, i);
                mentions.add(
                        mention(document, document.sentences().get(own.get(0).sentence()), own, knownPlaces));
                from = i;
            }
        }
        return mentions;
    }

    private Mention mention(Document document, Sentence sentence, List<Trigger> triggers, Set<String> knownPlaces) {
        double weight = triggers.stream().mapToDouble(Trigger::weight).max().orElseThrow();
        return new Mention(
                sentence.index(),
                List.copyOf(triggers),
                weight,
                days(sentence.tokens()),
                document.allCapitals() ? known(document, sentence, knownPlaces) : places(sentence.tokens()),
                opensAnother(sentence.tokens()),
                takesUp(sentence.tokens(), triggers),
                cues(sentence.tokens()),
                firstWords(sentence.tokens()));
    }

    private long cues(List<Token> tokens) {
        long all = 0;
        for (Token token : tokens) {
            all |= cues.of(token);
        }
        return all;
    }

    private static List<String> firstWords(List<Token> tokens) {
        return tokens.stream().limit(OPENING).map(t -> Stem.of(t.lower())).toList();
    }

    private boolean is(String set, Token token) {
        return words.getOrDefault(set, Set.of()).contains(token.lower());
    }

    private Set<String> days(List<Token> tokens) {
        Set<String> days = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (saidThen(tokens, i)) {
                continue;
            }
            if (is("WEEKDAY", tokens.get(i))) {
                days.add(tokens.get(i).lower());
            } else if ((cues.of(tokens.get(i)) & Cues.Cue.MONTH.bit()) != 0) {
                String month = tokens.get(i).lower();
                month = month.substring(0, Math.min(3, month.length()));
                if (i > 0 && isDay(tokens.get(i - 1))) {
                    days.add(month + " " + tokens.get(i - 1).lower());
                } else if (i + 1 < tokens.size() && isDay(tokens.get(i + 1))) {
                    days.add(month + " " + tokens.get(i + 1).lower());
                }
            }
        }
        return days;
    }

    private static Set<String> known(Document document, Sentence sentence, Set<String> names) {
        if (names.isEmpty()) {
            return Set.of();
        }
        String text = document.textOf(sentence).toLowerCase(Locale.ROOT);
        return names.stream().filter(text::contains).collect(Collectors.toSet());
    }

    private static boolean isDay(Token token) {
        return token.isNumber() && token.text().length() <= 2;
    }

    /** "said on Monday", "told AFP on Monday": the day of a statement. */
    private boolean saidThen(List<Token> tokens, int day) {
        for (int i = Math.max(0, day - 4); i < day; i++) {
            if (is("SAYING", tokens.get(i))) {
                return true;
            }
        }
        return false;
    }

    private Set<String> places(List<Token> tokens) {
        Set<String> places = new HashSet<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (is("SITE", tokens.get(i))) {
                int at = tokens.get(i + 1).lower().equals("the") ? i + 2 : i + 1;
                if (at < tokens.size() && isName(tokens.get(at))) {
                    places.add(tokens.get(at).lower().toLowerCase(Locale.ROOT));
                }
            }
        }
        return places;
    }

    private boolean isName(Token token) {
        return token.isCapitalized() && token.text().length() > 2 && !is("NOPLACE", token);
    }

    private boolean opensAnother(List<Token> tokens) {
        for (int i = 0; i < Math.min(OPENING, tokens.size()); i++) {
            if (is("SEPARATE", tokens.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** The surest trigger itself, or a word like it, has "the" or "this" before it. */
    private boolean takesUp(List<Token> tokens, List<Trigger> triggers) {
        for (Trigger trigger : triggers) {
            int at = trigger.token();
            for (int i = Math.max(0, at - 2); i < at; i++) {
                String before = tokens.get(i).lower();
                boolean article = before.equals("the") || before.equals("this");
                if (article && is("DEFINITE", tokens.get(at))) {
                    return true;
                }
            }
        }
        return false;
    }
}
