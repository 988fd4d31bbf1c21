package org.tocsin.bench.role;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.coder.incident.AttackFinder;
import org.tocsin.coder.role.RoleModel;
import org.tocsin.coder.role.RoleReader;
import org.tocsin.coder.text.Document;

/** Role models that have not seen the article which they judge, as those of the coder have not seen the news of today. */
public final class LeftOutRoles {
    private final Map<String, RoleModel> unseen = new HashMap<>();

    private LeftOutRoles() {}

    /** Trains them on all news that roles are learned from. */
    public static LeftOutRoles train(RoleReader reader, AttackFinder finder, Path data) throws IOException {
        List<RoleTraining.Kind> kinds = TrainRoles.kinds(reader, finder, data);
        List<RoleModel> folds = new RoleTraining(kinds, TrainRoles.COST, RoleModel.BUCKETS).folds();
        LeftOutRoles roles = new LeftOutRoles();
        for (RoleTraining.Kind kind : kinds) {
            for (int i = 0; i < kind.documents().size(); i++) {
                roles.unseen.put(kind.documents().get(i).text(), folds.get(i % folds.size()));
            }
        }
        return roles;
    }

    /** The model that did not see the article; empty when roles are not learned from it. */
    public Optional<RoleModel> unseen(Document article) {
        return Optional.ofNullable(unseen.get(article.text()));
    }
}
