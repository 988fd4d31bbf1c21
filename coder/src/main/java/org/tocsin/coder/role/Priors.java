package org.tocsin.coder.role;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.tocsin.coder.TargetType;

/** Log-odds known beforehand ({@code priors.txt}), by role, class of noun, and what violence makes of it. */
final class Priors {
    private final Map<String, Double> odds = new HashMap<>();

    private Priors() {}

    static Priors load() {
        Priors priors = new Priors();
        for (String line : Lines.of("priors.txt")) {
            int end = line.lastIndexOf(' ');
            priors.odds.put(line.substring(0, end), Double.parseDouble(line.substring(end + 1)));
        }
        return priors;
    }

    /** Of each role. */
    Map<Role, Double> of(Entity entity) {
        boolean patient = false;
        boolean agent = false;
        boolean named = false;
        boolean part = true;
        for (Mention mention : entity.mentions()) {
            boolean inside = false;
            for (Relation relation : mention.relations()) {
                patient |= relation.harms();
                agent |= relation.acts();
                named |= relation.isOutright() && relation.namesDoer();
                inside |= relation.isPart();
            }
            part &= inside;
        }
        String group = group(entity.best());
        Map<Role, Double> all = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            all.put(
                    role,
                    of(role, group, patient ? "PATIENT" : "NO_PATIENT")
                            + of(role, group, agent ? "AGENT" : "NO_AGENT")
                            + (named ? of(role, group, "NAMED") : 0)
                            + (part ? of(role, group, "PART") : 0));
        }
        return all;
    }

    private static String group(Mention mention) {
        if (mention.s().actors()[mention.head()] != null) {
            return "actor";
        }
        if (mention.s().isNation(mention.head())) {
            return "nation";
        }
        return mention.noun().map(Priors::group).orElse("-");
    }

    private static String group(HeadNouns.Entry noun) {
        boolean armed = noun.type() == TargetType.MILITARY || noun.type() == TargetType.AIRPORTS_AIRCRAFT;
        return noun.group().equals("vehicle") && armed ? "warcraft" : noun.group();
    }

    private double of(Role role, String group, String violence) {
        Double own = odds.get(role + " " + group + " " + violence);
        return own != null ? own : odds.getOrDefault(role + " * " + violence, 0.0);
    }
}
