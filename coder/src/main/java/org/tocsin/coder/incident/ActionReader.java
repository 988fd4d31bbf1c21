package org.tocsin.coder.incident;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.DataFile;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Token;

/**
 * What an attack was, by the words that tell of it. The event names it; where the text says only that there was
 * an attack, or what came of it, an arm named beside it does, unless that arm was found and not used.
 */
public final class ActionReader {
    /** Words less sure than this share of the surest tell of the attack's surroundings. */
    private static final double ENOUGH = 0.6;

    /** What is told with less than this share of the weight of what is told most is beside the point. */
    private static final double OFTEN = 0.5;

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

    /** Of the events that are told surely and often enough the one that says most; of the arms, where no event says how. */
    public Action of(Document document, Attack attack) {
        double enough = attack.main().weight() * ENOUGH;
        Map<Action, Double> events = new EnumMap<>(Action.class);
        Action arm = null;
        for (Trigger trigger : attack.triggers()) {
            if (trigger.weight() < enough) {
                continue;
            }
            if (trigger.kind() != Trigger.Kind.WEAPON) {
                events.merge(trigger.action(), trigger.weight(), Double::sum);
            } else if (!isFound(document.sentences().get(trigger.sentence()).tokens(), trigger.token())) {
                arm = more(arm, trigger.action());
            }
        }
        Action event = event(events);
        boolean open = event == null || actions.isNamedByArm(event);
        Action named = open && arm != null ? more(event, arm) : event;
        return named == null ? attack.main().action() : named;
    }

    private @Nullable Action event(Map<Action, Double> events) {
        double most = events.entrySet().stream()
                .filter(e -> !actions.isNamedByArm(e.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(0);
        Action named = null;
        for (Map.Entry<Action, Double> event : events.entrySet()) {
            if (actions.isNamedByArm(event.getKey()) || event.getValue() >= OFTEN * most) {
                named = more(named, event.getKey());
            }
        }
        return named;
    }

    private Action more(@Nullable Action one, Action other) {
        return one == null || actions.rank(other) > actions.rank(one) ? other : one;
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
