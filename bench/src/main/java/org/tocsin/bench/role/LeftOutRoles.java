package org.tocsin.bench.role;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tocsin.bench.DataSet;
import org.tocsin.coder.incident.AttackFinder;
import org.tocsin.coder.role.RoleModel;
import org.tocsin.coder.role.RoleReader;

/** Role models that have not seen the article which they judge, as those of the coder have not seen the news of today. */
public final class LeftOutRoles {
    private final List<RoleModel> folds;

    private LeftOutRoles(List<RoleModel> folds) {
        this.folds = folds;
    }

    /** Trains them on the attacks of muc4/train. */
    public static LeftOutRoles train(RoleReader reader, AttackFinder finder, Path data) throws IOException {
        List<RoleDocument> documents = RoleDocument.read(reader, finder, DataSet.read(data, "muc4/train"));
        return new LeftOutRoles(
                new RoleTraining(documents, InventedRoles.read(reader, finder), TrainRoles.COST, RoleModel.BUCKETS)
                        .folds());
    }

    /** The model that did not see that attack, counted from 0 in the order of muc4/train. */
    public RoleModel unseen(int attack) {
        return folds.get(attack % folds.size());
    }
}
