package org.tocsin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.role.LeftOutRoles;
import org.tocsin.coder.gate.SecondReading;
import org.tocsin.coder.incident.AttackFinder;
import org.tocsin.coder.place.Actors;
import org.tocsin.coder.place.Nations;
import org.tocsin.coder.role.RoleModel;
import org.tocsin.coder.role.RoleReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How detection does on each kind of news when the gate was not trained on that kind, and what the second reading learns from it. */
@Command(
        name = "leave-out",
        description =
                "Train without each kind of news in turn, fit the second reading, score detection on the dev parts.")
final class LeaveOutCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "Folder with one folder per annotated set.")
    private Path data = Path.of(".");

    @Option(names = "--kinds", split = ",", description = "Kinds to leave out; all by default.")
    private List<String> kinds = List.copyOf(LeftOut.KINDS.keySet());

    @Option(
            names = "--into",
            description = "Folder to write the second reading that fits all kinds; not written without it.")
    private @Nullable Path into;

    @Override
    public Integer call() throws IOException {
        List<TrainingArticle> articles = TrainingArticle.all(data, Set.of());
        GateTraining training = new GateTraining(articles);
        Map<String, GateTraining.Models> models = new LinkedHashMap<>();
        for (String kind : kinds) {
            models.put(kind, training.train("without " + kind, LeftOut.KINDS.getOrDefault(kind, Set.of())));
        }
        RoleReader reader = RoleReader.load(Actors.load(), Nations.load());
        LeftOutRoles roles = LeftOutRoles.train(reader, AttackFinder.load(), data);
        Map<String, List<SecondReadingTraining.Row>> rows = LeftOut.rows(articles, models, reader, roles);
        if (into != null) {
            SecondReading fitted = SecondReadingTraining.fit(List.copyOf(rows.values()));
            Files.writeString(
                    into.resolve(SecondReading.MODEL),
                    fitted.written("bias, weights of gate, target, weapon; made by `bench leave-out --into`"));
            System.out.println(fitted);
        }
        RoleModel shipped = RoleModel.load();
        List<List<Detection.Scored>> unseen = new ArrayList<>();
        models.forEach((kind, without) -> {
            List<List<SecondReadingTraining.Row>> others = new ArrayList<>();
            rows.forEach((k, r) -> {
                if (!k.equals(kind)) {
                    others.add(r);
                }
            });
            SecondReading reading = SecondReadingTraining.fit(others);
            unseen.add(print(kind, kind, reading, LeftOut.rows(unseen(kind, articles), without, reader, a -> shipped)));
            print(kind, "syria", reading, LeftOut.rows(dev("syria"), without, reader, a -> shipped));
        });
        print("its own kind", "all kinds", unseen.stream().flatMap(List::stream).toList());
        System.out.printf(
                Locale.ROOT,
                "without its own kind, every kind weighing the same: calibration error %.3f%n",
                Detection.calibrationError(unseen));
        return 0;
    }

    /** The kind's dev part; of kinds that have none what was left out of training. */
    private List<TrainingArticle> unseen(String kind, List<TrainingArticle> articles) {
        Set<String> sets = LeftOut.KINDS.getOrDefault(kind, Set.of());
        return sets.contains("plover_gsr") || sets.contains(TrainingArticle.EXAMPLES + "0")
                ? articles.stream().filter(a -> sets.contains(a.set())).toList()
                : dev(kind);
    }

    private List<TrainingArticle> dev(String set) {
        try {
            return TrainingArticle.read(data, new TrainingArticle.Source(set + "/dev", 1, false, 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Detection.Scored> print(
            String without, String on, SecondReading reading, List<SecondReadingTraining.Row> articles) {
        List<Detection.Scored> probabilities = articles.stream()
                .map(row -> new Detection.Scored(reading.score(row.logOdds(), row.evidence()), row.attack()))
                .toList();
        print(without, on, probabilities);
        return probabilities;
    }

    private static void print(String without, String on, List<Detection.Scored> probabilities) {
        Detection found = Detection.at(SecondReading.THRESHOLD, probabilities);
        System.out.printf(
                Locale.ROOT,
                "without %-13s on %-13s recall %.3f  false alarms %.3f  F1 %.3f  calibration error %.3f  (%d attacks, %d none)%n",
                without,
                on,
                found.recall(),
                found.falseAlarms(),
                found.f1(),
                Detection.calibrationError(List.of(probabilities)),
                found.attacks(),
                found.none());
    }
}
