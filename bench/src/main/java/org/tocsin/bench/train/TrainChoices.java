package org.tocsin.bench.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.DataSet;
import org.tocsin.coder.DateRange;
import org.tocsin.coder.choice.ChoiceModel;
import org.tocsin.coder.choice.Features;
import org.tocsin.coder.date.DateOfAttack;
import org.tocsin.coder.incident.AttackFinder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the models that choose the day of an attack and its casualties. */
@Command(name = "train-choices", description = "Train the date and casualty models; measure them on the dev parts.")
public final class TrainChoices implements Callable<Integer> {
    private static final List<String> SETS = List.of("gva", "slots", "muc4");

    @Option(names = "--data", required = true, description = "Folder with one folder per annotated set.")
    private Path data = Path.of(".");

    @Option(names = "--into", description = "Resource folder of the coder; nothing is written without it.")
    private @Nullable Path into;

    @Option(names = "--epochs", description = "Times every example is seen; ${DEFAULT-VALUE} by default.")
    private int epochs = 12;

    @Option(names = "--decay", description = "Pull to zero; ${DEFAULT-VALUE} by default.")
    private double decay = 2e-2;

    @Option(names = "--keep", description = "Share of features seen each time; ${DEFAULT-VALUE} by default.")
    private double keep = 0.5;

    @Option(names = "--leave-out", description = "Also measure each set with it left out of training.")
    private boolean leaveOut;

    @Option(names = "--errors", description = "Print the ids of wrong dates of this set.")
    private @Nullable String errors;

    @Override
    public Integer call() throws IOException {
        DateExamples reader =
                new DateExamples(AttackFinder.load(), new DateOfAttack(new ChoiceModel(new float[Features.SLOTS])));
        Map<String, List<DateExamples.Case>> train = new LinkedHashMap<>();
        Map<String, List<DateExamples.Case>> dev = new LinkedHashMap<>();
        for (String set : SETS) {
            train.put(set, reader.read(DataSet.read(data, set + "/train")));
            dev.put(set, reader.read(DataSet.read(data, set + "/dev")));
        }
        dev.put("syria", reader.read(DataSet.read(data, "syria/dev")));
        dev.put("invented", reader.invented());
        float[] weights = train(train, "none");
        dev.forEach((set, cases) -> System.out.println(set + "/dev " + measure(new ChoiceModel(weights), cases)));
        train.forEach((set, cases) -> System.out.println(set + "/train " + measure(new ChoiceModel(weights), cases)));
        if (leaveOut) {
            for (String set : SETS) {
                ChoiceModel model = new ChoiceModel(train(train, set));
                System.out.println(set + "/dev, trained without " + measure(model, dev.getOrDefault(set, List.of())));
            }
        }
        if (errors != null) {
            errors(new ChoiceModel(weights), dev.getOrDefault(errors, List.of()));
        }
        if (into != null) {
            ModelFile.write(into.resolve("org/tocsin/coder/date/model.tsv"), HEADER, weights);
        }
        return 0;
    }

    private static final String HEADER =
            """
            # Weights of the model that chooses the day of an attack: slot of the hashed feature, in base 36, and weight
            # in thousandths. Made by `bench train-choices --into` from the train parts of the sets gva, slots and muc4;
            # holds no text.
            """;

    private float[] train(Map<String, List<DateExamples.Case>> train, String without) {
        List<Example> examples = new ArrayList<>();
        train.forEach((set, cases) -> {
            if (!set.equals(without)) {
                for (DateExamples.Case c : cases) {
                    examples.add(Example.of(
                            c.candidates(), c.right(), (set.equals("muc4") ? 2 : 1) * (c.isReachable() ? 1 : 0.3)));
                }
            }
        });
        return new ChoiceTrainer(epochs, decay, keep).train(examples);
    }

    private static void errors(ChoiceModel model, List<DateExamples.Case> cases) {
        for (DateExamples.Case c : cases) {
            DateRange chosen =
                    model.choose(c.candidates()).map(ChoiceModel.Choice::value).orElse(null);
            if (c.gold().isExact()
                    && (chosen == null || !chosen.isOneDay() || !c.gold().allows(chosen))) {
                System.out.println(
                        "#" + c.article().id() + " pub " + c.article().publishedOn() + " gold "
                                + c.gold().latest() + " chosen " + chosen + " reach " + c.isReachable() + " "
                                + model.probabilities(c.candidates()));
            }
        }
    }

    private static String measure(ChoiceModel model, List<DateExamples.Case> cases) {
        int n = 0;
        int right = 0;
        int reachable = 0;
        int found = 0;
        int inside = 0;
        for (DateExamples.Case c : cases) {
            DateRange chosen =
                    model.choose(c.candidates()).map(ChoiceModel.Choice::value).orElse(null);
            inside += chosen != null && c.gold().allows(chosen) ? 1 : 0;
            if (c.gold().isExact()) {
                n++;
                found += c.candidates().isEmpty() ? 0 : 1;
                reachable += c.isReachable() ? 1 : 0;
                right += chosen != null && chosen.isOneDay() && c.gold().allows(chosen) ? 1 : 0;
            }
        }
        return String.format(
                "n %d exact %.3f reachable %.3f with an attack %.3f inside %.3f of %d",
                n,
                right / (double) n,
                reachable / (double) n,
                found / (double) n,
                inside / (double) cases.size(),
                cases.size());
    }
}
