package org.tocsin.coder.incident;

import java.util.List;
import org.tocsin.coder.model.ModelSource;
import org.tocsin.coder.text.Document;

/** Finds the words that report attacks and groups them into distinct attacks. */
public final class AttackFinder {
    /** Below this weight a trigger is background. */
    private static final double LEAST = 0.3;

    private final TriggerReader reader;
    private final ActionTable actions = ActionTable.load();

    private AttackFinder(TriggerReader reader) {
        this.reader = reader;
    }

    /** With the models that ship. */
    public static AttackFinder load() {
        return load(ModelSource.CLASS_PATH);
    }

    /** With the models from there. */
    public static AttackFinder load(ModelSource models) {
        return new AttackFinder(TriggerReader.load(models));
    }

    /** All words of attack in text order, each weighted by how surely it reports a specific one. */
    public List<Trigger> triggers(Document document) {
        return reader.read(document);
    }

    /** The attacks of the document, the main one first; empty only when it has no word of attack. */
    public List<Attack> find(Document document) {
        return group(triggers(document));
    }

    /** The attacks that these triggers tell of, the main one first; empty only when there is none. */
    public List<Attack> group(List<Trigger> triggers) {
        if (triggers.isEmpty()) {
            return List.of();
        }
        double best = triggers.stream().mapToDouble(Trigger::weight).max().orElseThrow();
        List<Trigger> sure = triggers.stream()
                .filter(t -> t.weight() >= Math.min(LEAST, best))
                .toList();
        List<Integer> sentences =
                sure.stream().map(Trigger::sentence).distinct().sorted().toList();
        return List.of(new Attack(sure, sentences));
    }

    /** What the attack was: of its surer triggers the action that says most. */
    public Action action(Attack attack) {
        double enough = attack.main().weight() * 0.6;
        Action named = attack.main().action();
        for (Trigger trigger : attack.triggers()) {
            if (trigger.weight() >= enough && actions.rank(trigger.action()) > actions.rank(named)) {
                named = trigger.action();
            }
        }
        return named;
    }
}
