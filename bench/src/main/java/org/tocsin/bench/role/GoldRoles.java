package org.tocsin.bench.role;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tocsin.coder.role.Role;

/** The gold entities of one document in one role, united as the scoreboard unites them. */
record GoldRoles(List<GoldEntity> entities) {
    /** @param optional naming it is neither right nor wrong */
    record GoldEntity(List<String> alternatives, boolean optional) {}

    static GoldRoles of(JsonNode gold, Role role) {
        List<GoldEntity> united = new ArrayList<>();
        for (JsonNode incident : gold.get("incidents")) {
            for (String field : fields(role)) {
                for (JsonNode entity : incident.path(field)) {
                    List<String> alternatives = new ArrayList<>();
                    entity.get("alternatives").forEach(a -> alternatives.add(a.asText()));
                    boolean optional = entity.path("optional").asBoolean()
                            || incident.path("optional").asBoolean();
                    add(united, alternatives, optional);
                }
            }
        }
        return new GoldRoles(united);
    }

    /** Of entities by a key that begins with T, P or W for target, perpetrator or weapon, each with its wordings. */
    static Map<Role, GoldRoles> marked(Map<String, List<String>> wordings) {
        Map<Role, List<GoldEntity>> entities = new EnumMap<>(Role.class);
        Arrays.stream(Role.values()).forEach(role -> entities.put(role, new ArrayList<>()));
        wordings.forEach(
                (key, alternatives) -> add(entities.getOrDefault(role(key), new ArrayList<>()), alternatives, false));
        Map<Role, GoldRoles> gold = new EnumMap<>(Role.class);
        entities.forEach((role, of) -> gold.put(role, new GoldRoles(of)));
        return gold;
    }

    private static Role role(String key) {
        return switch (key.charAt(0)) {
            case 'T' -> Role.TARGET;
            case 'P' -> Role.PERPETRATOR;
            default -> Role.WEAPON;
        };
    }

    private static List<String> fields(Role role) {
        return switch (role) {
            case TARGET -> List.of("targets");
            case PERPETRATOR -> List.of("perpetratorPersons", "perpetratorOrganizations");
            case WEAPON -> List.of("weapons");
        };
    }

    static void add(List<GoldEntity> united, List<String> alternatives, boolean optional) {
        for (int i = 0; i < united.size(); i++) {
            GoldEntity known = united.get(i);
            if (EntityMatch.same(known.alternatives(), alternatives)) {
                List<String> all = new ArrayList<>(known.alternatives());
                all.addAll(alternatives);
                united.set(i, new GoldEntity(all, known.optional() && optional));
                return;
            }
        }
        united.add(new GoldEntity(alternatives, optional));
    }

    /** Indices of the entities that the phrase names in full: by their head noun or with all of their words. */
    List<Integer> namedBy(String phrase) {
        List<Integer> named = new ArrayList<>();
        for (int i = 0; i < entities.size(); i++) {
            if (entities.get(i).alternatives().stream().anyMatch(a -> EntityMatch.names(phrase, a))) {
                named.add(i);
            }
        }
        return named;
    }

    /** Index of the entity that the phrase names; -1 when none. */
    int find(String phrase) {
        for (int i = 0; i < entities.size(); i++) {
            if (EntityMatch.same(entities.get(i).alternatives(), List.of(phrase))) {
                return i;
            }
        }
        return -1;
    }
}
