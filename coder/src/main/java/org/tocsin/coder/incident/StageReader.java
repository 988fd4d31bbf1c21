package org.tocsin.coder.incident;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.coder.Stage;
import org.tocsin.coder.text.DataFile;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * How far an attack got, by phrases of {@code stages.tsv} in the sentences that tell of it. An attempt on a life stays
 * one though bystanders were hurt; any other attack that hurt people was accomplished, unless they were the attackers.
 */
public final class StageReader {
    private enum Sign {
        FOILED,
        STOPPED,
        TRIED,
        ATTEMPTED,
        HARM,
        DAMAGE
    }

    private record Phrase(Sign sign, WordPattern pattern) {}

    /** Sentences of one attack that are looked at. */
    private static final int MOST_SENTENCES = 8;

    /** Words before one of harm in which a negation takes it back: "no one was reported hurt". */
    private static final int NEGATED = 6;

    /** Words before one of harm in which it is said to have been no more than possible: "could have killed". */
    private static final int UNREAL = 3;

    /** Words from one of harm to whom it befell: "killing three of the rebels". */
    private static final int OBJECT = 4;

    /** Words round an attacker in which others are joined: "nine rebels and two soldiers". */
    private static final int JOINED = 3;

    private static final WordClasses WORDS = WordPattern.WORDS;

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
    private final Cues cues = Cues.load();

    private StageReader() {
        for (DataFile.Row row : DataFile.rows(StageReader.class, "stages.tsv")) {
            Phrase phrase = new Phrase(Sign.valueOf(row.text(0)), WordPattern.of(row.text(1)));
            phrase.pattern().firstWords().forEach(first -> byFirstWord
                    .computeIfAbsent(first, f -> new ArrayList<>())
                    .add(phrase));
        }
    }

    /** With the phrases that ship. */
    public static StageReader load() {
        return new StageReader();
    }

    /**
     * How far the attack got; accomplished when nothing says otherwise.
     *
     * @param action what was done, as {@link ActionReader} has it
     */
    public Stage of(Document document, Attack attack, Action action) {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        boolean stopped = false;
        for (Sentence sentence : told(document, attack)) {
            Set<Sign> here = signs(sentence);
            if (!attack.tells(sentence.index())) {
                here.remove(Sign.TRIED); // "they tried to flee" is no attack
            }
            stopped |= here.contains(Sign.TRIED) && (here.contains(Sign.FOILED) || here.contains(Sign.STOPPED));
            signs.addAll(here);
        }
        return stage(signs, stopped, action == Action.ASSASSINATION);
    }

    /** Its sentences, and such as only go on with one: "Gunmen fired at a judge. She was not hit." */
    private static List<Sentence> told(Document document, Attack attack) {
        List<Sentence> told = new ArrayList<>();
        for (int i : attack.sentences()
                .subList(0, Math.min(MOST_SENTENCES, attack.sentences().size()))) {
            told.add(document.sentences().get(i));
            boolean isNext = i + 1 < document.sentences().size() && !attack.tells(i + 1);
            Sentence next = isNext ? document.sentences().get(i + 1) : null;
            if (next != null && WORDS.is("known", next.tokens().get(0).lower())) {
                told.add(next);
            }
        }
        return told;
    }

    private static Stage stage(Set<Sign> signs, boolean stopped, boolean onOneLife) {
        boolean harm = signs.contains(Sign.HARM);
        boolean foiled = !harm && !signs.contains(Sign.DAMAGE) && (stopped || signs.contains(Sign.FOILED));
        boolean attempted = signs.contains(Sign.ATTEMPTED) || (signs.contains(Sign.TRIED) && !(stopped && foiled));
        if (attempted && (onOneLife || !harm)) {
            return Stage.ATTEMPTED;
        }
        return foiled ? Stage.FOILED : Stage.ACCOMPLISHED;
    }

    private Set<Sign> signs(Sentence sentence) {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        List<Token> tokens = sentence.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            for (Phrase phrase : byFirstWord.getOrDefault(tokens.get(i).lower(), List.of())) {
                boolean ofHarm = phrase.sign() == Sign.HARM || phrase.sign() == Sign.DAMAGE;
                if (phrase.pattern().matchAt(tokens, i) != null && !(ofHarm && isNoHarm(tokens, i))) {
                    signs.add(phrase.sign());
                }
            }
        }
        return signs;
    }

    /** "No one was hurt", "could have killed", "nine rebels were killed". */
    private boolean isNoHarm(List<Token> tokens, int at) {
        return isNegated(tokens, at) || isAny("unreal", tokens, at - UNREAL, at) || isOfAttackers(tokens, at);
    }

    private boolean isNegated(List<Token> tokens, int at) {
        for (int i = Math.max(0, at - NEGATED); i < at; i++) {
            if ((cues.of(tokens.get(i)) & Cues.Cue.NEGATION.bit()) != 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfAttackers(List<Token> tokens, int at) {
        return befellAttackers(tokens, at) || isDoneToAttackers(tokens, at);
    }

    /** "Nine rebels were killed", not "two soldiers and nine rebels were killed" nor "rebels killed nine soldiers". */
    private static boolean befellAttackers(List<Token> tokens, int at) {
        int i = at - 1;
        while (i >= 0 && WORDS.is("passive", tokens.get(i).lower())) {
            i--;
        }
        return i >= 0 && i < at - 1 && WORDS.is("attackers", tokens.get(i).lower()) && !isJoined(tokens, i - JOINED, i);
    }

    /** "Shot dead a suicide bomber", not "killed rebels and two soldiers" nor "killed a man when gunmen". */
    private static boolean isDoneToAttackers(List<Token> tokens, int at) {
        for (int i = at + 1; i < Math.min(tokens.size(), at + 1 + OBJECT); i++) {
            String word = tokens.get(i).lower();
            if (WORDS.is("attackers", word)) {
                return !isJoined(tokens, i + 1, i + 1 + JOINED);
            }
            boolean isOther = WORDS.is("persons", word) || WORDS.is("apart", word);
            if (isOther || !(tokens.get(i).isWord() || tokens.get(i).isNumber())) {
                return false;
            }
        }
        return false;
    }

    private static boolean isJoined(List<Token> tokens, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(tokens.size(), to); i++) {
            if (tokens.get(i).lower().equals("and")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAny(String wordClass, List<Token> tokens, int from, int to) {
        for (int i = Math.max(0, from); i < to; i++) {
            if (WORDS.is(wordClass, tokens.get(i).lower())) {
                return true;
            }
        }
        return false;
    }
}
