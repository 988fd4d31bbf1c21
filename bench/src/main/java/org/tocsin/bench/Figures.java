package org.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures that the table shows, each with where the scorer's answer has it. */
final class Figures {
    /** @param pointer JSON pointers into the scorer's answer, tried in turn */
    private record Figure(String name, String pointer) {}

    private static final List<Figure> ALL = List.of(
            new Figure("detection P", "/detection/precision"),
            new Figure("detection R", "/detection/recall"),
            new Figure("detection F1", "/detection/f1"),
            new Figure("false alarms", "/detection/falseAlarmRate"),
            new Figure("neutral flagged", "/detection/neutralFlaggedRate"),
            new Figure("type any", "/type/anyAccuracy"),
            new Figure("type first", "/type/firstAccuracy"),
            new Figure("targets P", "/entities/targets/precision"),
            new Figure("targets R", "/entities/targets/recall"),
            new Figure("targets F1", "/entities/targets/f1"),
            new Figure("targets physical F1", "/entities/targets.PHYSICAL/f1"),
            new Figure("targets human F1", "/entities/targets.HUMAN/f1"),
            new Figure("perpetrators F1", "/entities/perpetrators/f1"),
            new Figure("perpetrator persons F1", "/entities/perpetratorPersons/f1"),
            new Figure("perpetrator orgs F1", "/entities/perpetratorOrganizations/f1"),
            new Figure("weapons F1", "/entities/weapons/f1"),
            new Figure("date exact", "/date/exact"),
            new Figure("date within 1 day", "/date/within1Day"),
            new Figure("date exact, flagged", "/date/exactWithIncident"),
            new Figure("date first vs any", "/date/firstVsAnyGold"),
            new Figure("date in interval", "/date/insideGoldInterval"),
            new Figure("killed exact", "/killed/exact"),
            new Figure("killed exact, null 0", "/killed/exactNullAsZero"),
            new Figure("killed first vs any", "/killed/firstVsAnyGold"),
            new Figure("injured exact", "/injured/exact"),
            new Figure("injured exact, null 0", "/injured/exactNullAsZero"),
            new Figure("injured first vs any", "/injured/firstVsAnyGold"),
            new Figure("place country", "/place/country/accuracy"),
            new Figure("place admin", "/place/admin/accuracy"),
            new Figure("place name", "/place/name/accuracy"));

    private Figures() {}

    /** The figures that the scorer could give for this set, in the table's order. */
    static Map<String, Double> of(JsonNode scored) {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (Figure figure : ALL) {
            // A role's name has a dot but no slash, so a pointer reaches it as it is.
            JsonNode value = scored.at(figure.pointer());
            if (value.isNumber()) {
                figures.put(figure.name(), value.doubleValue());
            }
        }
        return figures;
    }

    /** The names of all figures in the table's order. */
    static List<String> names() {
        return ALL.stream().map(Figure::name).toList();
    }
}
