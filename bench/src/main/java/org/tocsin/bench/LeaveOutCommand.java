package org.tocsin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tocsin.coder.gate.Gate;
import org.tocsin.coder.gate.GateFeatures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How detection does on each kind of news when no news of that kind was trained on. */
@Command(
        name = "leave-out",
        description = "Train without each kind of news in turn and score detection on its dev part; syria beside it.")
final class LeaveOutCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "Folder with one folder per annotated set.")
    private Path data = Path.of(".");

    @Option(names = "--kinds", split = ",", description = "Kinds to leave out; all by default.")
    private List<String> kinds = List.copyOf(LeftOut.KINDS.keySet());

    @Override
    public Integer call() throws IOException {
        List<TrainingArticle> articles = TrainingArticle.all(data, Set.of());
        GateTraining training = new GateTraining(articles);
        Map<String, GateTraining.Models> models = new LinkedHashMap<>();
        for (String kind : kinds) {
            models.put(kind, training.train("without " + kind, LeftOut.KINDS.getOrDefault(kind, Set.of())));
        }
        Map<String, List<Calibration.Scored>> scores = LeftOut.scores(articles, models);
        models.forEach((kind, without) -> {
            List<List<Calibration.Scored>> others = new ArrayList<>();
            scores.forEach((k, s) -> {
                if (!k.equals(kind)) {
                    others.add(s);
                }
            });
            Calibration calibration = others.isEmpty() ? Calibration.NONE : Calibration.fit(others);
            print(kind, kind, without, calibration, unseen(kind, articles));
            print(kind, "syria", without, calibration, dev("syria"));
        });
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

    private static void print(
            String without,
            String on,
            GateTraining.Models models,
            Calibration calibration,
            List<TrainingArticle> articles) {
        GateFeatures features = GateFeatures.load();
        List<Calibration.Scored> probabilities = articles.stream()
                .map(a -> new Calibration.Scored(
                        calibration.probability(models.logOdds(features, a.document())), a.attack()))
                .toList();
        Detection found = Detection.at(Gate.THRESHOLD, probabilities);
        System.out.printf(
                Locale.ROOT,
                "without %-13s on %-13s recall %.3f  false alarms %.3f  F1 %.3f  calibration error %.3f  (%d attacks, %d none)%n",
                without,
                on,
                found.recall(),
                found.falseAlarms(),
                found.f1(),
                Detection.calibrationError(probabilities),
                found.attacks(),
                found.none());
    }
}
