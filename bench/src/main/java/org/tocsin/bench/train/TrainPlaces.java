package org.tocsin.bench.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.DataSet;
import org.tocsin.coder.choice.ChoiceModel;
import org.tocsin.coder.choice.Features;
import org.tocsin.coder.incident.AttackFinder;
import org.tocsin.coder.place.Actors;
import org.tocsin.coder.place.Gazetteer;
import org.tocsin.coder.place.NarrowestPlace;
import org.tocsin.coder.place.Nations;
import org.tocsin.coder.place.PlaceOfAttack;
import org.tocsin.coder.place.Publishers;
import org.tocsin.coder.place.Toponym;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the model that chooses the place of an attack. */
@Command(name = "train-places", description = "Train the place model; measure it on the dev parts.")
public final class TrainPlaces implements Callable<Integer> {
    private static final List<String> SETS = List.of("gva", "muc4");
    private static final String INVENTED = "invented";
    private static final int FOLDS = 5;
    private static final String HEADER =
            """
            # Weights of the model that chooses the place of an attack: slot of the hashed feature, in base 36, and weight
            # in thousandths. Made by `bench train-places --into` from the train parts of the sets gva and muc4 and from invented
            # reports; holds no text.
            """;

    @Option(names = "--data", required = true, description = "Folder with one folder per annotated set.")
    private Path data = Path.of(".");

    @Option(names = "--into", description = "Resource folder of the coder; nothing is written without it.")
    private @Nullable Path into;

    @Option(names = "--epochs", description = "Times every example is seen; ${DEFAULT-VALUE} by default.")
    private int epochs = 24;

    @Option(names = "--decay", description = "Pull to zero; ${DEFAULT-VALUE} by default.")
    private double decay = 3e-3;

    @Option(names = "--keep", description = "Share of the features seen each time; ${DEFAULT-VALUE} by default.")
    private double keep = 0.7;

    @Option(names = "--muc4-weight", description = "Weight of a muc4 example; ${DEFAULT-VALUE} by default.")
    private double mucWeight = 3;

    @Option(names = "--invented-weight", description = "Weight of an invented example; ${DEFAULT-VALUE} by default.")
    private double inventedWeight = 3;

    @Option(names = "--leave-out", description = "Also measure each set with it left out of training.")
    private boolean leaveOut;

    @Option(names = "--errors", description = "Print what was wrong in this set.")
    private @Nullable String errors;

    @Override
    public Integer call() throws IOException {
        Gazetteer gazetteer = Gazetteer.load();
        PlaceOfAttack places =
                new PlaceOfAttack(gazetteer, Nations.load(), Actors.load(), new ChoiceModel(new float[Features.SLOTS]));
        PlaceExamples reader = new PlaceExamples(AttackFinder.load(), places, Publishers.load(gazetteer), gazetteer);
        Map<String, List<PlaceExamples.Case>> train = new LinkedHashMap<>();
        Map<String, List<PlaceExamples.Case>> dev = new LinkedHashMap<>();
        for (String set : SETS) {
            train.put(set, reader.read(DataSet.read(data, set + "/train")));
            dev.put(set, reader.read(DataSet.read(data, set + "/dev")));
        }
        train.put(INVENTED, reader.invented());
        dev.put("syria", reader.read(DataSet.read(data, "syria/dev")));
        ChoiceModel model = new ChoiceModel(train(train, "none"));
        dev.forEach((set, cases) -> System.out.println(set + "/dev " + measure(model, cases)));
        train.forEach((set, cases) -> System.out.println(set + "/train " + measure(model, cases)));
        if (leaveOut) {
            System.out.println(INVENTED + ", each fifth trained without it " + folds(train));
            for (String set : train.keySet()) {
                ChoiceModel without = new ChoiceModel(train(train, set));
                System.out.println(set + "/dev, trained without " + measure(without, dev.getOrDefault(set, List.of())));
            }
        }
        if (errors != null) {
            errors(model, dev.getOrDefault(errors, train.getOrDefault(errors, List.of())));
        }
        if (into != null) {
            ModelFile.write(into.resolve("org/tocsin/coder/place/model.tsv"), HEADER, train(train, "none"));
        }
        return 0;
    }

    /** The invented examples, each judged by a model that has not seen it. */
    private String folds(Map<String, List<PlaceExamples.Case>> train) {
        List<PlaceExamples.Case> all = train.getOrDefault(INVENTED, List.of());
        StringBuilder measured = new StringBuilder();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            Map<String, List<PlaceExamples.Case>> others = new LinkedHashMap<>(train);
            others.put(INVENTED, every(all, i -> i % FOLDS != held));
            ChoiceModel model = new ChoiceModel(train(others, "none"));
            measured.append("\n  ").append(measure(model, every(all, i -> i % FOLDS == held)));
        }
        return measured.toString();
    }

    private static List<PlaceExamples.Case> every(List<PlaceExamples.Case> cases, IntPredicate wanted) {
        return IntStream.range(0, cases.size())
                .filter(wanted)
                .mapToObj(cases::get)
                .toList();
    }

    private float[] train(Map<String, List<PlaceExamples.Case>> train, String without) {
        List<Example> examples = new ArrayList<>();
        train.forEach((set, cases) -> {
            if (!set.equals(without)) {
                double weight = set.equals("muc4") ? mucWeight : set.equals(INVENTED) ? inventedWeight : 1;
                cases.forEach(
                        c -> examples.add(Example.of(c.candidates(), c.right(), weight * (c.isReachable() ? 1 : 0.5))));
            }
        });
        return new ChoiceTrainer(epochs, decay, keep).train(examples);
    }

    private static void errors(ChoiceModel model, List<PlaceExamples.Case> cases) {
        for (PlaceExamples.Case c : cases) {
            Toponym chosen =
                    NarrowestPlace.of(model.probabilities(c.candidates())).orElse(null);
            if (chosen == null || !c.right().test(chosen)) {
                StringBuilder others = new StringBuilder();
                model.probabilities(c.candidates()).entrySet().stream()
                        .sorted(Map.Entry.<Toponym, Double>comparingByValue().reversed())
                        .limit(4)
                        .forEach(e -> others.append(String.format(" | %.2f %s", e.getValue(), label(e.getKey()))));
                System.out.println("#" + c.article().id() + " gold " + c.gold().name() + ", "
                        + c.gold().region() + ", " + c.gold().country() + " reach " + c.isReachable() + others);
            }
        }
    }

    private static String label(Toponym toponym) {
        Toponym region = toponym.firstLevel();
        return toponym.kind() + " " + toponym.name() + ", " + (region == null ? "" : region.name()) + ", "
                + toponym.country();
    }

    private static String measure(ChoiceModel model, List<PlaceExamples.Case> cases) {
        int country = 0;
        int region = 0;
        int named = 0;
        int town = 0;
        int reachable = 0;
        for (PlaceExamples.Case c : cases) {
            Toponym chosen =
                    NarrowestPlace.of(model.probabilities(c.candidates())).orElse(null);
            named += c.gold().name().isEmpty() ? 0 : 1;
            reachable += c.isReachable() ? 1 : 0;
            if (chosen != null) {
                country += c.gold().isCountry(chosen) ? 1 : 0;
                region += c.gold().isCountry(chosen) && c.gold().isRegion(chosen) ? 1 : 0;
                town += c.gold().isTown(chosen) ? 1 : 0;
            }
        }
        double n = Math.max(1, cases.size());
        double names = Math.max(1, named);
        return String.format(
                "n %d country %.3f region %.3f name %.3f of %d reachable %.3f",
                cases.size(), country / n, region / n, town / names, named, reachable / names);
    }
}
