package org.tocsin.coder.incident;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.coder.text.DataFile;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Token;

/**
 * What an attack was, by the words that tell of it: of what is told surely and often enough the action that says most. An
 * arm that was found and not used is not told of the attack; one explosion in the background names no shooting.
 */
public final class ActionReader {
    /** Words less sure than this share of the surest tell of the attack's surroundings. */
    private static final double ENOUGH = 0.6;

    /** What is told with less than this share of the weight of what is told most is beside the point. */
    private static final double OFTEN = 1 / 3.0;

    /** Attacks on people and what came of them: what burnt in an ambush burnt by the way. */
    private static final Set<Action> HARM = Set.of(Action.ASSAULT, Action.KILLING, Action.INJURY);

    /** How far before an arm, and behind it, a word says that it was found: "recovered a rifle, shells and a grenade". */
    private static final int FOUND_BEFORE = 25;

    private static final int FOUND_BEHIND = 8;

    private final ActionTable actions;
    private final Set<String> finds;

    private ActionReader(ActionTable actions, Set<String> finds) {
        this.actions = actions;
        this.finds = finds;
    }

    /** With the words of {@code finds.tsv}. */
    public static ActionReader load() {
        return new ActionReader(
                ActionTable.load(),
                Set.copyOf(DataFile.rows(ActionReader.class, "finds.tsv").stream()
                        .flatMap(row -> List.of(row.text(0).split(" ", -1)).stream())
                        .toList()));
    }

    /** Of what is told surely and often enough, the action that says most. */
    public Action of(Document document, Attack attack) {
        double enough = attack.main().weight() * ENOUGH;
        Map<Action, Double> told = new EnumMap<>(Action.class);
        for (Trigger trigger : attack.triggers()) {
            boolean counts = trigger.weight() >= enough
                    && !(trigger.kind() == Trigger.Kind.WEAPON
                            && isFound(
                                    document.sentences().get(trigger.sentence()).tokens(), trigger.token()));
            if (counts) {
                told.merge(trigger.action(), trigger.weight(), Double::sum);
            }
        }
        double most = told.entrySet().stream()
                .filter(e -> !actions.isNamedByArm(e.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(0);
        double often = OFTEN * most;
        double harm = told.entrySet().stream()
                .filter(e -> HARM.contains(e.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        return told.entrySet().stream()
                .filter(e -> actions.isNamedByArm(e.getKey()) || e.getValue() >= often)
                .filter(e -> e.getKey() != Action.ARSON
                        || (e.getValue() >= OFTEN * harm && !isBehindKilling(attack, enough)))
                .max(Comparator.comparingInt((Map.Entry<Action, Double> e) -> actions.rank(e.getKey()))
                        .thenComparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(attack.main().action());
    }

    /** "Nine farmers were killed. Huts were burned": not the fire killed them; it may have in "killed when men set fire". */
    private static boolean isBehindKilling(Attack attack, double enough) {
        return first(attack, Action.KILLING, enough) < first(attack, Action.ARSON, enough);
    }

    private static int first(Attack attack, Action action, double enough) {
        return attack.triggers().stream()
                .filter(t -> t.action() == action && t.weight() >= enough)
                .mapToInt(Trigger::sentence)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private boolean isFound(List<Token> tokens, int arm) {
        int end = Math.min(tokens.size(), arm + 1 + FOUND_BEHIND);
        for (int i = Math.max(0, arm - FOUND_BEFORE); i < end; i++) {
            if (finds.contains(tokens.get(i).lower())) {
                return true;
            }
        }
        return false;
    }
}
