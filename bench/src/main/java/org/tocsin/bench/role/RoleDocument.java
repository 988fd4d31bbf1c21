package org.tocsin.bench.role;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.tocsin.bench.DataSet;
import org.tocsin.coder.Article;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.AttackFinder;
import org.tocsin.coder.role.Candidate;
import org.tocsin.coder.role.Repeats;
import org.tocsin.coder.role.Role;
import org.tocsin.coder.role.RoleModel;
import org.tocsin.coder.role.RoleReader;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

/**
 * An article that reports attacks, with its gold entities and the candidates found in it.
 *
 * @param text of the title and body as read
 * @param attacks the candidates of each attack, also of the first those that stand in no attack's sentence
 * @param isExact its keys leave nothing out, not even soldiers and fighters who attack each other
 */
record RoleDocument(
        String id,
        String text,
        Map<Role, GoldRoles> gold,
        List<Candidate> candidates,
        List<List<Candidate>> attacks,
        boolean isExact) {

    /** Of a text with the attacks and the candidates that are found in it. */
    static RoleDocument of(
            String id,
            Document document,
            Map<Role, GoldRoles> gold,
            RoleReader reader,
            AttackFinder finder,
            boolean isExact) {
        List<Attack> attacks = finder.find(document);
        List<Candidate> candidates = reader.candidates(document, attacks);
        return new RoleDocument(id, document.text(), gold, candidates, byAttack(candidates, attacks), isExact);
    }

    /** As the coder gives them to attacks. */
    private static List<List<Candidate>> byAttack(List<Candidate> candidates, List<Attack> attacks) {
        Set<Integer> told = new HashSet<>();
        attacks.forEach(attack -> told.addAll(attack.sentences()));
        List<List<Candidate>> byAttack = new ArrayList<>();
        for (Attack attack : attacks) {
            Set<Integer> sentences = new HashSet<>(attack.sentences());
            boolean main = byAttack.isEmpty();
            byAttack.add(candidates.stream()
                    .filter(candidate -> candidate.stands(sentences) || (main && !candidate.stands(told)))
                    .toList());
        }
        return byAttack.isEmpty() ? List.of(candidates) : byAttack;
    }

    /** The relevant documents of a set: whether an article reports an attack is the gate's matter. */
    static List<RoleDocument> read(RoleReader reader, AttackFinder finder, DataSet set) {
        List<RoleDocument> documents = new ArrayList<>();
        for (int i = 0; i < set.articles().size(); i++) {
            JsonNode gold = set.gold().get(i);
            if (gold.path("relevant").asBoolean()) {
                Article article = set.articles().get(i);
                Document document = TextReader.read(article.title(), article.body());
                documents.add(of(article.id(), document, roles(gold), reader, finder, false));
            }
        }
        return documents;
    }

    private static Map<Role, GoldRoles> roles(JsonNode gold) {
        Map<Role, GoldRoles> roles = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            roles.put(role, GoldRoles.of(gold, role));
        }
        return roles;
    }

    GoldRoles gold(Role role) {
        return Objects.requireNonNull(gold.get(role));
    }

    /** The phrases that the model would report of all attacks. */
    List<String> chosen(Role role, RoleModel model, double threshold) {
        Map<Candidate, Double> perpetrators = role == Role.PERPETRATOR ? model.perpetrators(candidates) : Map.of();
        ToDoubleFunction<Candidate> probability = candidate -> role == Role.PERPETRATOR
                ? perpetrators.getOrDefault(candidate, 0.0)
                : model.probability(role, candidate);
        return attacks.stream()
                .flatMap(attack -> chosen(new Repeats(role, model), role, probability, threshold, attack).stream())
                .distinct()
                .toList();
    }

    private static List<String> chosen(
            Repeats repeats,
            Role role,
            ToDoubleFunction<Candidate> probability,
            double threshold,
            List<Candidate> attack) {
        return attack.stream()
                .filter(candidate -> candidate.fits(role))
                .map(candidate -> new Scored(candidate, probability.applyAsDouble(candidate)))
                .sorted(Comparator.comparing(
                                (Scored scored) -> !scored.candidate().isBomber())
                        .thenComparingDouble(Scored::probability)
                        .reversed())
                .filter(scored -> repeats.accept(scored.candidate(), scored.probability(), threshold))
                .map(scored -> scored.candidate().text())
                .toList();
    }

    private record Scored(Candidate candidate, double probability) {}
}
