package org.tocsin.coder.incident;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tocsin.coder.AttackType;
import org.tocsin.coder.text.DataFile;

/** The words that tell of an attack, each with its GTD type; the data file beside this class says where it is from. */
final class TriggerLexicon {
    /** @param weight how often the word in news reports a specific attack, 0..1 */
    record Entry(AttackType type, double weight) {}

    private final Map<String, Entry> entries;

    private TriggerLexicon(Map<String, Entry> entries) {
        this.entries = Map.copyOf(entries);
    }

    static TriggerLexicon load() {
        Map<String, Entry> entries = new HashMap<>();
        for (DataFile.Row row : DataFile.rows(TriggerLexicon.class, "triggers.tsv")) {
            entries.put(row.text(0), new Entry(AttackType.valueOf(row.text(1)), row.number(2)));
        }
        return new TriggerLexicon(entries);
    }

    Optional<Entry> find(String lower) {
        return Optional.ofNullable(entries.get(lower));
    }
}
