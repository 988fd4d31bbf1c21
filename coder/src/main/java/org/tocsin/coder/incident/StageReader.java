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

/**
 * How far an attack got, by phrases of {@code stages.tsv} in the sentences that tell of it. An attempt on a life stays
 * one though bystanders were hurt; any other attack that hurt people was accomplished.
 */
public final class StageReader {
    private enum Sign {
        FOILED,
        ATTEMPTED,
        HARM
    }

    private record Pattern(Sign sign, List<Set<String>> words) {
        boolean matches(List<Token> tokens, int at) {
            if (at + words.size() > tokens.size()) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                if (!words.get(i).contains(tokens.get(at + i).lower())) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Sentences of one attack that are looked at. */
    private static final int MOST_SENTENCES = 8;

    /** Words before one of harm in which a negation takes it back: "no one was reported hurt". */
    private static final int NEGATED = 6;

    private final Map<String, List<Pattern>> byFirstWord = new HashMap<>();
    private final Cues cues = Cues.load();

    private StageReader() {
        for (DataFile.Row row : DataFile.rows(StageReader.class, "stages.tsv")) {
            List<Set<String>> words = new ArrayList<>();
            for (String word : row.text(1).split(" ", -1)) {
                words.add(Set.of(word.split("/", -1)));
            }
            Pattern pattern = new Pattern(Sign.valueOf(row.text(0)), words);
            words.get(0).forEach(first -> byFirstWord
                    .computeIfAbsent(first, f -> new ArrayList<>())
                    .add(pattern));
        }
    }

    /** With the phrases that ship. */
    public static StageReader load() {
        return new StageReader();
    }

    /** How far the attack got; accomplished when nothing says otherwise. */
    public Stage of(Document document, Attack attack) {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        attack.sentences().stream()
                .limit(MOST_SENTENCES)
                .forEach(s -> read(document.sentences().get(s), signs));
        boolean onOneLife = attack.main().action() == Action.ASSASSINATION;
        if (signs.contains(Sign.ATTEMPTED) && (onOneLife || !signs.contains(Sign.HARM))) {
            return Stage.ATTEMPTED;
        }
        return signs.contains(Sign.FOILED) && !signs.contains(Sign.HARM) ? Stage.FOILED : Stage.ACCOMPLISHED;
    }

    private void read(Sentence sentence, Set<Sign> into) {
        List<Token> tokens = sentence.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            for (Pattern pattern : byFirstWord.getOrDefault(tokens.get(i).lower(), List.of())) {
                if (pattern.matches(tokens, i) && !(pattern.sign() == Sign.HARM && isNegated(tokens, i))) {
                    into.add(pattern.sign());
                }
            }
        }
    }

    private boolean isNegated(List<Token> tokens, int at) {
        for (int i = Math.max(0, at - NEGATED); i < at; i++) {
            if ((cues.of(tokens.get(i)) & Cues.Cue.NEGATION.bit()) != 0) {
                return true;
            }
        }
        return false;
    }
}
