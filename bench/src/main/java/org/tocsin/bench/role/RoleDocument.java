package org.tocsin.bench.role;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.bench.DataSet;
import org.tocsin.coder.Article;
import org.tocsin.coder.role.Candidate;
import org.tocsin.coder.role.Role;
import org.tocsin.coder.role.RoleModel;
import org.tocsin.coder.role.RoleReader;
import org.tocsin.coder.text.TextReader;

/** An article that reports attacks, with its gold entities and the candidates found in it. */
record RoleDocument(String id, JsonNode gold, List<Candidate> candidates) {

    /** The relevant documents of a set: whether an article reports an attack is the gate's matter. */
    static List<RoleDocument> read(RoleReader reader, DataSet set) {
        List<RoleDocument> documents = new ArrayList<>();
        for (int i = 0; i < set.articles().size(); i++) {
            JsonNode gold = set.gold().get(i);
            if (gold.path("relevant").asBoolean()) {
                Article article = set.articles().get(i);
                documents.add(new RoleDocument(
                        article.id(), gold, reader.candidates(TextReader.read(article.title(), article.body()))));
            }
        }
        return documents;
    }

    GoldRoles gold(Role role) {
        return GoldRoles.of(gold, role);
    }

    /** The phrases that the model would report. */
    List<String> chosen(Role role, RoleModel model, double threshold) {
        return candidates.stream()
                .filter(candidate -> candidate.fits(role) && model.probability(role, candidate) >= threshold)
                .map(Candidate::text)
                .toList();
    }
}
