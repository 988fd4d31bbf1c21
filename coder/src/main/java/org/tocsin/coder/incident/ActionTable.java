package org.tocsin.coder.incident;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tocsin.coder.AcledSubEventType;
import org.tocsin.coder.AttackType;
import org.tocsin.coder.Weapon;
import org.tocsin.coder.WeaponType;
import org.tocsin.coder.text.DataFile;

/** Each action in the words of GTD and ACLED; {@code actions.tsv} documents the table. */
public final class ActionTable {
    private record Row(AttackType gtd, AcledSubEventType acled, int rank, boolean namedByArm) {}

    private final Map<Action, Row> rows;
    private final Map<WeaponType, Action> byWeapon = new EnumMap<>(WeaponType.class);

    private ActionTable(Map<Action, Row> rows) {
        this.rows = rows;
        for (DataFile.Row row : DataFile.rows(ActionTable.class, "weapons.tsv")) {
            byWeapon.put(WeaponType.valueOf(row.text(0)), Action.valueOf(row.text(1)));
        }
    }

    public static ActionTable load() {
        Map<Action, Row> rows = new EnumMap<>(Action.class);
        for (DataFile.Row row : DataFile.rows(ActionTable.class, "actions.tsv")) {
            rows.put(
                    Action.valueOf(row.text(0)),
                    new Row(
                            AttackType.valueOf(row.text(1)),
                            AcledSubEventType.valueOf(row.text(2)),
                            (int) row.number(3),
                            row.text(4).equals("yes")));
        }
        rows.put(Action.NONE, new Row(AttackType.UNKNOWN, AcledSubEventType.ATTACK, 0, true));
        return new ActionTable(rows);
    }

    public AttackType gtd(Action action) {
        return row(action).gtd();
    }

    public AcledSubEventType acled(Action action) {
        return row(action).acled();
    }

    /** Of the actions told of one attack the one with the highest rank names it. */
    public int rank(Action action) {
        return row(action).rank();
    }

    /** Whether it says only what came of the attack, and an arm says how it was done. */
    boolean isNamedByArm(Action action) {
        return row(action).namedByArm();
    }

    /** What was done, given with what: one that says not how is named by the first weapon, any other stays. */
    public Action with(Action action, List<Weapon> weapons) {
        return !isNamedByArm(action) || weapons.isEmpty()
                ? action
                : byWeapon.getOrDefault(weapons.get(0).type(), action);
    }

    private Row row(Action action) {
        Row row = rows.get(action);
        if (row == null) {
            throw new IllegalStateException("actions.tsv has no line for " + action);
        }
        return row;
    }
}
