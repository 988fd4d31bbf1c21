package org.tocsin.bench.role;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.DataSet;
import org.tocsin.coder.incident.AttackFinder;
import org.tocsin.coder.place.Actors;
import org.tocsin.coder.place.Nations;
import org.tocsin.coder.role.Role;
import org.tocsin.coder.role.RoleModel;
import org.tocsin.coder.role.RoleReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the models that choose targets, perpetrators and weapons. */
@Command(
        name = "train-roles",
        description =
                "Train the role models on muc4/train, news of today marked for it and invented reports; measure them on"
                        + " the dev parts, whatever the gate says.")
public final class TrainRoles implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "Folder with one folder per annotated set.")
    private Path data = Path.of(".");

    @Option(names = "--into", description = "Resource folder of the coder; nothing is written without it.")
    private @Nullable Path into;

    static final double COST = 0.07;

    /** How much each invented report weighs. */
    private static final int INVENTED_TIMES = 2;

    @Option(names = "--cost", description = "liblinear's C; ${DEFAULT-VALUE} by default.")
    private double cost = COST;

    @Option(names = "--errors", description = "Print what was missed and what was false in this set.")
    private @Nullable String errors;

    @Override
    public Integer call() throws IOException {
        RoleReader reader = RoleReader.forTraining(Actors.load(), Nations.load());
        AttackFinder finder = AttackFinder.load();
        RoleModel model = new RoleTraining(kinds(reader, finder, data), cost, RoleModel.BUCKETS).train();
        for (String set : List.of("muc4/dev", "syria/dev")) {
            List<RoleDocument> dev = RoleDocument.read(reader, finder, DataSet.read(data, set));
            for (Role role : Role.values()) {
                System.out.printf("%-12s %s: %s%n", role, set, measure(model, role, dev));
            }
            if (set.equals(errors)) {
                dev.forEach(document -> printErrors(model, document));
            }
        }
        if (into != null) {
            Path file = into.resolve("org/tocsin/coder/role/roles.model");
            try (OutputStream out = Files.newOutputStream(file)) {
                model.write("Weights of hashed features, made by `bench train-roles`; no text.", out);
            }
        }
        return 0;
    }

    /**
     * All kinds of news that roles are learned from, each read twice: the second time as if no armed group were known by name, so
     * that what the text says of them is learned and not that those of the table did it.
     */
    static List<RoleTraining.Kind> kinds(RoleReader reader, AttackFinder finder, Path data) throws IOException {
        List<RoleTraining.Kind> kinds = new ArrayList<>(kinds("", reader, finder, data));
        kinds.addAll(kinds(", groups unlisted", RoleReader.forTraining(Actors.none(), Nations.load()), finder, data));
        return kinds;
    }

    private static List<RoleTraining.Kind> kinds(String how, RoleReader reader, AttackFinder finder, Path data)
            throws IOException {
        return List.of(
                new RoleTraining.Kind(
                        "muc4/train" + how, RoleDocument.read(reader, finder, DataSet.read(data, "muc4/train")), 1),
                new RoleTraining.Kind("marked" + how, MarkedRoles.read(reader, finder, data), 1),
                new RoleTraining.Kind("invented" + how, InventedRoles.read(reader, finder), INVENTED_TIMES),
                new RoleTraining.Kind("claims" + how, InventedRoles.claims(reader, finder), 1));
    }

    private static Tally measure(RoleModel model, Role role, List<RoleDocument> documents) {
        Tally tally = new Tally();
        for (RoleDocument document : documents) {
            tally.add(document.gold(role), document.chosen(role, model, model.threshold(role)));
        }
        return tally;
    }

    private static void printErrors(RoleModel model, RoleDocument document) {
        for (Role role : Role.values()) {
            GoldRoles gold = document.gold(role);
            List<String> chosen = document.chosen(role, model, model.threshold(role));
            chosen.stream()
                    .filter(phrase -> gold.find(phrase) < 0)
                    .forEach(phrase -> System.out.println(document.id() + " " + role + " false: " + phrase));
            gold.entities().stream()
                    .filter(entity -> !entity.optional())
                    .filter(entity -> chosen.stream()
                            .noneMatch(phrase -> EntityMatch.same(entity.alternatives(), List.of(phrase))))
                    .forEach(entity ->
                            System.out.println(document.id() + " " + role + " missed: " + entity.alternatives()));
        }
    }
}
