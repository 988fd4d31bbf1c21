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
import org.tocsin.coder.text.Token;

/** Reads off an attack sentence what tells its attack from others. */
final class MentionReader {
    /** "In another attack" stands at the beginning; further in, "another" belongs to something else. */
    private static final int OPENING = 4;

    /** Words between the preposition and the name of a place, at most. */
    private static final int FARTHEST = 6;

    private final Map<String, Set<String>> sets = new HashMap<>();
    private final Cues cues = Cues.load();
    private final GoingOn goingOn = new GoingOn(cues);
    private final Earlier earlier = new Earlier();

    MentionReader() {
        for (DataFile.Row row : DataFile.rows(MentionReader.class, "grouping.tsv")) {
            for (String word : row.text(1).split(" ", -1)) {
                sets.computeIfAbsent(word, w -> new HashSet<>()).add(row.text(0));
            }
        }
    }

    /**
     * The mentions of those triggers, one per sentence, in text order.
     *
     * @param knownPlaces names to look for, lower case, where a text in capitals shows none
     */
    List<Mention> read(Document document, List<Trigger> triggers, Set<String> knownPlaces) {
        List<Mention> mentions = new ArrayList<>();
        for (List<Trigger> own : Trigger.bySentence(triggers)) {
            mentions.add(mention(document, document.sentences().get(own.get(0).sentence()), own, knownPlaces));
        }
        return mentions;
    }

    private Mention mention(Document document, Sentence sentence, List<Trigger> triggers, Set<String> knownPlaces) {
        double weight = triggers.stream().mapToDouble(Trigger::weight).max().orElseThrow();
        List<SummingUp.NamedPlace> placed = document.allCapitals() ? List.of() : places(sentence.tokens());
        Set<String> names = document.allCapitals() ? Set.of() : names(sentence.tokens());
        return new Mention(
                sentence.index(),
                sentence.isTitle(),
                List.copyOf(triggers),
                weight,
                days(sentence.tokens()),
                document.allCapitals()
                        ? known(document, sentence, knownPlaces)
                        : placed.stream().map(SummingUp.NamedPlace::name).collect(Collectors.toSet()),
                opensAnother(sentence.tokens()),
                takesUp(sentence.tokens(), triggers),
                earlier.isOpening(sentence.tokens())
                        || earlier.isOfAnother(
                                sentence.tokens(), triggers.get(0).token()),
                opensAttack(sentence.tokens(), triggers),
                !document.allCapitals() && names.isEmpty() && placed.isEmpty() && goesOn(sentence, triggers),
                cues(sentence.tokens()),
                names,
                numbers(sentence.tokens()),
                manner(sentence.tokens(), triggers),
                SummingUp.of(sentence.tokens(), triggers, placed),
                !document.allCapitals());
    }

    /** Of a sentence that names nobody and no place. */
    private boolean goesOn(Sentence sentence, List<Trigger> triggers) {
        return !sentence.isTitle()
                && days(sentence.tokens()).isEmpty()
                && !opensAnother(sentence.tokens())
                && goingOn.isSoOf(sentence.tokens(), triggers);
    }

    private long cues(List<Token> tokens) {
        long all = 0;
        for (Token token : tokens) {
            all |= cues.of(token);
        }
        return all;
    }

    private Set<String> names(List<Token> tokens) {
        Set<String> names = new HashSet<>();
        for (int i = 1; i < tokens.size(); i++) {
            if (isName(tokens.get(i))) {
                names.add(tokens.get(i).lower());
            }
        }
        return names;
    }

    private Set<String> numbers(List<Token> tokens) {
        Set<String> numbers = new HashSet<>();
        for (Token token : tokens) {
            if (is("NUMBER", token) || (token.isNumber() && token.text().length() <= 3)) {
                numbers.add(token.lower());
            }
        }
        return numbers;
    }

    private List<String> manner(List<Token> tokens, List<Trigger> triggers) {
        List<String> manner = new ArrayList<>();
        String first = tokens.get(0).lower();
        manner.add("first " + (is("OPENER", tokens.get(0)) ? first : kind(tokens.get(0))));
        manner.add("begins with a place " + beginsWithPlace(tokens));
        Trigger surest = triggers.get(0);
        for (Trigger trigger : triggers) {
            surest = trigger.weight() > surest.weight() ? trigger : surest;
        }
        String before = "none";
        for (int i = Math.max(0, surest.token() - 3); i < surest.token(); i++) {
            before = is("ARTICLE", tokens.get(i)) ? tokens.get(i).lower() : before;
        }
        manner.add("before the attack " + before);
        boolean said = false;
        for (int i = 0; i < tokens.size(); i++) {
            said |= earlier.isSaying(tokens.get(i));
            if (i >= OPENING && is("SEPARATE", tokens.get(i))) {
                manner.add("further in " + tokens.get(i).lower());
            }
            if (is("TIME", tokens.get(i))) {
                manner.add("time " + tokens.get(i).lower());
            }
        }
        manner.add("said " + said);
        manner.add("year " + tokens.stream().anyMatch(Token::isYear));
        return manner;
    }

    private static String kind(Token token) {
        return token.isNumber() ? "number" : token.isWord() ? "word" : "mark";
    }

    private boolean beginsWithPlace(List<Token> tokens) {
        if (!is("SITE", tokens.get(0))) {
            return false;
        }
        for (int i = 1; i < Math.min(6, tokens.size()); i++) {
            if (isName(tokens.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean is(String set, Token token) {
        Set<String> own = sets.get(token.lower());
        return own != null && own.contains(set);
    }

    private Set<String> days(List<Token> tokens) {
        Set<String> days = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (earlier.isSaid(tokens, i)) {
                continue;
            }
            if (is("WEEKDAY", tokens.get(i))) {
                days.add(tokens.get(i).lower());
            } else if ((cues.of(tokens.get(i)) & Cues.Cue.MONTH.bit()) != 0) {
                String month = tokens.get(i).lower();
                month = month.substring(0, Math.min(3, month.length()));
                if (i > 0 && Earlier.isDay(tokens.get(i - 1))) {
                    days.add(month + " " + tokens.get(i - 1).lower());
                } else if (i + 1 < tokens.size() && Earlier.isDay(tokens.get(i + 1))) {
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

    /** "in Hama", "on the village of Tell Murad", "outside the southern town of Taiz", "in Sudan's West Darfur". */
    private List<SummingUp.NamedPlace> places(List<Token> tokens) {
        List<SummingUp.NamedPlace> places = new ArrayList<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (is("SITE", tokens.get(i))) {
                int at = i + 1;
                while (at < tokens.size() && at <= i + FARTHEST && isBeforePlace(tokens.get(at))) {
                    at++;
                }
                if (at < tokens.size() && isName(tokens.get(at))) {
                    places.add(new SummingUp.NamedPlace(at, tokens.get(at).lower()));
                }
            }
        }
        return places;
    }

    private boolean isBeforePlace(Token token) {
        return is("AREA", token) || (token.isCapitalized() && token.lower().endsWith("'s"));
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

    /** "A second attack", "In another bombing"; not "Another man was killed". */
    private boolean opensAttack(List<Token> tokens, List<Trigger> triggers) {
        for (Trigger trigger : triggers) {
            int at = trigger.token();
            if (at < OPENING && is("DEFINITE", tokens.get(at)) && opensAnother(tokens.subList(0, at))) {
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
