package org.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which GTD attack types count as right for the type labels of the annotated sets, as the scoreboard has it. */
final class GoldTypes {
    private static final List<String> ASSAULT = List.of("ARMED_ASSAULT", "ASSASSINATION");
    private static final Map<String, List<String>> BY_LABEL = Map.ofEntries(
            Map.entry("ATTACK", List.of("ARMED_ASSAULT", "ASSASSINATION", "UNARMED_ASSAULT", "FACILITY_ATTACK")),
            Map.entry("ATTACK+EXPLOSIVES", List.of("BOMBING_EXPLOSION")),
            Map.entry("BOMBING", List.of("BOMBING_EXPLOSION", "ASSASSINATION")),
            Map.entry("KIDNAPPING", List.of("KIDNAPPING", "HOSTAGE_TAKING")),
            Map.entry("ARSON", List.of("FACILITY_ATTACK")),
            Map.entry("HIJACKING", List.of("HIJACKING")),
            Map.entry("ROBBERY", List.of("ARMED_ASSAULT", "HOSTAGE_TAKING", "FACILITY_ATTACK", "UNARMED_ASSAULT")),
            Map.entry("FORCED WORK STOPPAGE", List.of("FACILITY_ATTACK", "UNARMED_ASSAULT", "UNKNOWN")),
            Map.entry("SHOOTING", ASSAULT),
            Map.entry("SATP_ARMED_ASSAULT", ASSAULT),
            Map.entry("SATP_BOMBING", List.of("BOMBING_EXPLOSION")),
            Map.entry("SATP_KIDNAPPING", List.of("KIDNAPPING", "HOSTAGE_TAKING")),
            Map.entry(
                    "SATP_OTHER",
                    List.of("ARMED_ASSAULT", "ASSASSINATION", "FACILITY_ATTACK", "UNARMED_ASSAULT", "UNKNOWN")));

    private GoldTypes() {}

    /** The GTD types that one incident's labels allow; labels that are not known allow none. */
    static List<String> gtd(JsonNode labels) {
        List<String> types = new ArrayList<>();
        for (JsonNode label : labels) {
            String name = label.asText();
            types.addAll(name.startsWith("GTD:") ? List.of(name.substring(4)) : BY_LABEL.getOrDefault(name, List.of()));
        }
        return types;
    }
}
