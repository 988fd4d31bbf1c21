package org.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Locale;

/**
 * Whether an answer is wrong enough to be read. Coarser than the scorer, which alone says how good an answer is: here
 * an entity is right when one phrase's last word occurs in the other.
 */
final class WrongAnswer {
    /** What is looked at; the names are those that the command takes. */
    enum Task {
        detection,
        incidents,
        type,
        date,
        place,
        killed,
        injured,
        targets,
        perpetrators,
        weapons
    }

    private WrongAnswer() {}

    static boolean is(Task task, JsonNode gold, JsonNode answer) {
        boolean flagged = answer.path("verdict").asText().equals("INCIDENT");
        JsonNode wanted = gold.path("incidents");
        JsonNode relevant = gold.path("relevant");
        JsonNode first = answer.path("incidents").path(0);
        return switch (task) {
            case detection -> relevant.isBoolean() && relevant.booleanValue() != flagged;
            case incidents ->
                flagged && wanted.size() != answer.path("incidents").size();
            case type ->
                flagged
                        && !types(gold).isEmpty()
                        && !types(gold).contains(first.path("attackType").asText());
            case date ->
                wanted.size() == 1
                        && isOneDay(wanted.path(0).path("date"))
                        && !wanted.path(0)
                                .path("date")
                                .path("earliest")
                                .equals(first.path("attackDate").path("earliest"));
            case place -> wanted.size() == 1 && !samePlace(wanted.path(0).path("place"), first.path("place"));
            case killed, injured ->
                wanted.size() == 1
                        && wanted.path(0).path(task.name()).isInt()
                        && wanted.path(0).path(task.name()).asInt()
                                != first.path(task.name()).path("min").asInt(0);
            case targets, perpetrators, weapons ->
                wanted.size() > 0
                        && (!covered(gold(task, wanted), found(task, answer))
                                || !covered(found(task, answer), gold(task, wanted)));
        };
    }

    /** The part of a gold or coded line that the task is about, as JSON. */
    static String shown(Task task, JsonNode line) {
        ArrayNode parts = DataSet.JSON.createArrayNode();
        for (JsonNode incident : line.path("incidents")) {
            switch (task) {
                case detection, incidents -> parts.add(incident.deepCopy());
                case type -> parts.add(incident.path(incident.has("types") ? "types" : "attackType"));
                case date -> parts.add(incident.path(incident.has("date") ? "date" : "attackDate"));
                case perpetrators -> {
                    if (incident.has("perpetratorPersons")) {
                        parts.add(incident.path("perpetratorPersons"));
                        parts.add(incident.path("perpetratorOrganizations"));
                    } else {
                        parts.add(incident.path("perpetrators"));
                    }
                }
                default -> parts.add(incident.path(task.name()));
            }
        }
        return parts.toString();
    }

    private static List<String> types(JsonNode gold) {
        return gold.path("incidents").findValues("types").stream()
                .flatMap(t -> GoldTypes.gtd(t).stream())
                .toList();
    }

    private static boolean isOneDay(JsonNode date) {
        return date.path("earliest").isTextual() && date.path("earliest").equals(date.path("latest"));
    }

    private static boolean samePlace(JsonNode wanted, JsonNode got) {
        return wanted.isMissingNode()
                || wanted.isNull()
                || (wanted.path("country")
                                .asText()
                                .equals(got.path("countryCode").asText())
                        && overlap(
                                wanted.path("name").asText(), got.path("name").asText()));
    }

    private static List<String> gold(Task task, JsonNode incidents) {
        List<String> fields =
                switch (task) {
                    case perpetrators -> List.of("perpetratorPersons", "perpetratorOrganizations");
                    default -> List.of(task.name());
                };
        return fields.stream()
                .flatMap(f -> incidents.findValues(f).stream())
                .flatMap(list -> list.findValues("alternatives").stream())
                .map(a -> a.path(0).asText())
                .toList();
    }

    private static List<String> found(Task task, JsonNode answer) {
        return answer.path("incidents").findValues(task.name()).stream()
                .flatMap(list -> list.findValuesAsText("text").stream())
                .toList();
    }

    private static boolean covered(List<String> phrases, List<String> by) {
        return phrases.stream().allMatch(p -> by.stream().anyMatch(o -> overlap(p, o)));
    }

    private static boolean overlap(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        return !a.isEmpty()
                && !b.isEmpty()
                && (a.contains(b.substring(b.lastIndexOf(' ') + 1)) || b.contains(a.substring(a.lastIndexOf(' ') + 1)));
    }
}
