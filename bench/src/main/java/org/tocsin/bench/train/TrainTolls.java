package org.tocsin.bench.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.DataSet;
import org.tocsin.coder.casualty.CasualtyReader;
import org.tocsin.coder.choice.ChoiceModel;
import org.tocsin.coder.choice.Features;
import org.tocsin.coder.incident.AttackFinder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the models that choose how many people were killed and injured. */
@Command(name = "train-tolls", description = "Train the casualty models; measure them on the dev parts.")
public final class TrainTolls implements Callable<Integer> {
    private static final List<String> SETS = List.of("gva", "slots", "muc4");

    @Option(names = "--data", required = true, description = "Folder with one folder per annotated set.")
    private Path data = Path.of(".");

    @Option(names = "--into", description = "Resource folder of the coder; nothing is written without it.")
    private @Nullable Path into;

    @Option(names = "--epochs", description = "Times every example is seen; ${DEFAULT-VALUE} by default.")
    private int epochs = 30;

    @Option(names = "--decay", description = "Pull to zero; ${DEFAULT-VALUE} by default.")
    private double decay = 3e-3;

    @Option(names = "--keep", description = "Share of features seen each time; ${DEFAULT-VALUE} by default.")
    private double keep = 0.3;

    @Option(names = "--leave-out", description = "Also measure each set with it left out of training.")
    private boolean leaveOut;

    @Option(names = "--errors", description = "Print the ids of wrong tolls of this set.")
    private @Nullable String errors;

    @Override
    public Integer call() throws IOException {
        ChoiceModel none = new ChoiceModel(new float[Features.SLOTS]);
        TollExamples reader = new TollExamples(AttackFinder.load(), new CasualtyReader(none, none));
        Map<String, List<TollExamples.Case>> train = new LinkedHashMap<>();
        Map<String, List<TollExamples.Case>> dev = new LinkedHashMap<>();
        for (String set : SETS) {
            train.put(set, reader.read(DataSet.read(data, set + "/train")));
            dev.put(set, reader.read(DataSet.read(data, set + "/dev")));
        }
        dev.put("syria", reader.read(DataSet.read(data, "syria/dev")));
        for (boolean dead : List.of(true, false)) {
            String name = dead ? "killed" : "injured";
            float[] weights = train(train, "none", dead);
            ChoiceModel model = new ChoiceModel(weights);
            dev.forEach((set, cases) -> print(set + "/dev " + name, measure(model, cases, dead)));
            train.forEach((set, cases) -> print(set + "/train " + name, measure(model, cases, dead)));
            for (String set : leaveOut ? SETS : List.<String>of()) {
                ChoiceModel without = new ChoiceModel(train(train, set, dead));
                print(set + "/dev left out " + name, measure(without, dev.getOrDefault(set, List.of()), dead));
            }
            if (errors != null) {
                errors(model, dev.getOrDefault(errors, List.of()), dead);
            }
            if (into != null) {
                ModelFile.write(into.resolve("org/tocsin/coder/casualty/" + name + ".tsv"), HEADER, weights);
            }
        }
        return 0;
    }

    private static final String HEADER =
            """
            # Weights of the model that chooses how many people an attack harmed: slot of the hashed feature, in base
            # 36, and weight in thousandths. Made by `bench train-tolls --into` from the train parts of the sets gva,
            # slots and muc4; holds no text.
            """;

    private float[] train(Map<String, List<TollExamples.Case>> train, String without, boolean dead) {
        List<Example> examples = new ArrayList<>();
        train.forEach((set, cases) -> {
            for (TollExamples.Case c : set.equals(without) ? List.<TollExamples.Case>of() : cases) {
                Integer gold = c.gold(dead);
                if (gold != null) {
                    int weight = set.equals("muc4") ? 2 : 1;
                    examples.add(Example.of(c.any(), harmed -> harmed == gold > 0, weight));
                    examples.add(Example.of(c.numbers(dead), gold::equals, weight));
                }
            }
        });
        return new ChoiceTrainer(epochs, decay, keep).train(examples);
    }

    private static void print(String name, String figures) {
        System.out.println(name + " " + figures);
    }

    private static void errors(ChoiceModel model, List<TollExamples.Case> cases, boolean dead) {
        for (TollExamples.Case c : cases) {
            Integer gold = c.gold(dead);
            int chosen = c.chosen(model, dead);
            if (gold != null && gold != chosen) {
                System.out.println("#" + (dead ? "killed " : "injured ")
                        + c.article().id() + " gold " + c.killed() + "/" + c.injured() + " chosen " + chosen + " reach "
                        + c.isReachable(dead) + " " + model.probabilities(c.any())
                        + model.probabilities(c.numbers(dead)));
            }
        }
    }

    private static String measure(ChoiceModel model, List<TollExamples.Case> cases, boolean dead) {
        int n = 0;
        int any = 0;
        int right = 0;
        int reachable = 0;
        for (TollExamples.Case c : cases) {
            Integer gold = c.gold(dead);
            if (gold != null) {
                n++;
                any += (gold > 0) == (c.chosen(model, dead) > 0) ? 1 : 0;
                reachable += c.isReachable(dead) ? 1 : 0;
                right += gold == c.chosen(model, dead) ? 1 : 0;
            }
        }
        return String.format(
                Locale.ROOT,
                "n %d exact %.3f any %.3f reachable %.3f",
                n,
                right / (double) n,
                any / (double) n,
                reachable / (double) n);
    }
}
