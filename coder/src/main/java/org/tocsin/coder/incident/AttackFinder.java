package org.tocsin.coder.incident;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.coder.Stage;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;

/** Finds the sentences that report attacks and groups them into distinct attacks. */
public final class AttackFinder {
    private final TriggerLexicon lexicon;

    private AttackFinder(TriggerLexicon lexicon) {
        this.lexicon = lexicon;
    }

    public static AttackFinder load() {
        return new AttackFinder(TriggerLexicon.load());
    }

    /** The attacks of the document, the main one first; empty when no sentence reports one. */
    public List<Attack> find(Document document) {
        List<Trigger> triggers = new ArrayList<>();
        List<Integer> sentences = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            int before = triggers.size();
            for (int i = 0; i < sentence.tokens().size(); i++) {
                Token token = sentence.tokens().get(i);
                int at = i;
                lexicon.find(token.lower())
                        .map(e -> new Trigger(sentence.index(), at, e.type(), Stage.ACCOMPLISHED, e.weight()))
                        .ifPresent(triggers::add);
            }
            if (triggers.size() > before) {
                sentences.add(sentence.index());
            }
        }
        return triggers.isEmpty() ? List.of() : List.of(new Attack(triggers, sentences));
    }
}
