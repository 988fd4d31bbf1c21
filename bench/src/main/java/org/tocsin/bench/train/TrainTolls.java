package org.tocsin.bench.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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
    private static final String INVENTED = "invented";
    private static final int FOLDS = 5;

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

    @Option(names = "--invented-weight", description = "Weight of an invented report; ${DEFAULT-VALUE} by default.")
    private double inventedWeight = 2;

    @Option(names = "--leave-out", description = "Also measure each set with it left out of training.")
    private boolean leaveOut;

    @Option(names = "--errors", description = "Print the ids of wrong tolls of this set.")
    private @Nullable String errors;

    @Option(
            names = "--folds",
            description = "Also measure the train parts, each fifth by models that have not seen it.")
    private boolean folds;

    @Option(names = "--answers", description = "With --folds: write each article's id, gold and answer to this file.")
    private @Nullable Path answers;

    /** What the cases teach, by article: each is trained on many times when sets are left out. */
    private final Map<String, List<Example>> seen = new HashMap<>();

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
        train.put(INVENTED, reader.invented());
        float[] killed = train(train, "none", true);
        float[] injured = train(train, "none", false);
        Models models = new Models(new ChoiceModel(killed), new ChoiceModel(injured));
        dev.forEach((set, cases) -> print(set + "/dev", models, cases));
        if (leaveOut) {
            leaveOut(train, dev);
        }
        if (folds) {
            folds(train);
        }
        if (errors != null) {
            boolean invented = errors.equals(INVENTED);
            errors(
                    invented ? models(train, INVENTED) : models,
                    dev.getOrDefault(errors, invented ? train.getOrDefault(INVENTED, List.of()) : List.of()));
        }
        if (into != null) {
            ModelFile.write(into.resolve("org/tocsin/coder/casualty/killed.tsv"), HEADER, killed);
            ModelFile.write(into.resolve("org/tocsin/coder/casualty/injured.tsv"), HEADER, injured);
        }
        return 0;
    }

    /** Each set judged by models that have not seen it; of the invented reports each fifth. */
    private void leaveOut(Map<String, List<TollExamples.Case>> train, Map<String, List<TollExamples.Case>> dev) {
        for (String set : SETS) {
            print(set + "/dev left out", models(train, set), dev.getOrDefault(set, List.of()));
        }
        List<TollExamples.Case> invented = train.getOrDefault(INVENTED, List.of());
        Tally killed = new Tally();
        Tally injured = new Tally();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            Map<String, List<TollExamples.Case>> others = new LinkedHashMap<>(train);
            others.put(INVENTED, every(invented, i -> i % FOLDS != held));
            Models models = models(others, "none");
            every(invented, i -> i % FOLDS == held).forEach(c -> models.judge(c, killed, injured));
        }
        System.out.println(INVENTED + ", each fifth left out killed " + killed + " injured " + injured);
        Tally killedWithout = new Tally();
        Tally injuredWithout = new Tally();
        Models without = models(train, INVENTED);
        invented.forEach(c -> without.judge(c, killedWithout, injuredWithout));
        System.out.println(INVENTED + ", all left out killed " + killedWithout + " injured " + injuredWithout);
        print("syria/dev without the invented", without, dev.getOrDefault("syria", List.of()));
    }

    /** Each fifth of the train parts judged by models that have seen the others. */
    private void folds(Map<String, List<TollExamples.Case>> train) throws IOException {
        Map<String, Tally> tallies = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            Map<String, List<TollExamples.Case>> others = new LinkedHashMap<>();
            train.forEach((set, cases) -> others.put(set, every(cases, i -> i % FOLDS != held)));
            Models models = steady(others);
            train.forEach((set, cases) -> every(cases, i -> i % FOLDS == held).forEach(c -> {
                models.judge(
                        c,
                        tallies.computeIfAbsent(set + " folds killed", name -> new Tally()),
                        tallies.computeIfAbsent(set + " folds injured", name -> new Tally()));
                int dead = c.chosen(models.killed(), true, 0);
                int hurt = c.chosen(models.injured(), false, dead);
                lines.add(String.join("\t", set, c.article().id(), c.killed() + "/" + c.injured(), dead + "/" + hurt));
            }));
        }
        tallies.forEach((name, tally) -> System.out.println(name + " " + tally));
        if (answers != null) {
            Files.write(answers, lines);
        }
    }

    private Models models(Map<String, List<TollExamples.Case>> train, String without) {
        return new Models(new ChoiceModel(train(train, without, true)), new ChoiceModel(train(train, without, false)));
    }

    private static List<TollExamples.Case> every(List<TollExamples.Case> cases, IntPredicate wanted) {
        return IntStream.range(0, cases.size())
                .filter(wanted)
                .mapToObj(cases::get)
                .toList();
    }

    private static final String HEADER =
            """
            # Weights of the model that chooses how many people an attack harmed: slot of the hashed feature, in base
            # 36, and weight in thousandths. Made by `bench train-tolls --into` from the train parts of the sets gva,
            # slots and muc4 and from invented reports; holds no text.
            """;

    private Models steady(Map<String, List<TollExamples.Case>> train) {
        ChoiceTrainer trainer = new ChoiceTrainer(epochs, decay, keep).steady();
        return new Models(
                new ChoiceModel(trainer.train(teaching(train, "none", true))),
                new ChoiceModel(trainer.train(teaching(train, "none", false))));
    }

    private float[] train(Map<String, List<TollExamples.Case>> train, String without, boolean dead) {
        return new ChoiceTrainer(epochs, decay, keep).train(teaching(train, without, dead));
    }

    private List<Example> teaching(Map<String, List<TollExamples.Case>> train, String without, boolean dead) {
        List<Example> examples = new ArrayList<>();
        train.forEach((set, cases) -> {
            for (TollExamples.Case c : set.equals(without) ? List.<TollExamples.Case>of() : cases) {
                double weight = set.equals("muc4") ? 2 : set.equals(INVENTED) ? inventedWeight : 1;
                if (weight > 0) {
                    examples.addAll(seen.computeIfAbsent(c.article().id() + dead, id -> examples(c, dead, weight)));
                }
            }
        });
        return examples;
    }

    private static List<Example> examples(TollExamples.Case c, boolean dead, double weight) {
        Integer gold = c.gold(dead);
        return gold == null
                ? List.of()
                : List.of(
                        Example.of(c.any(dead, c.dead(dead)), harmed -> harmed == gold > 0, weight),
                        Example.of(c.numbers(dead, c.dead(dead)), gold::equals, weight));
    }

    private static void print(String name, Models models, List<TollExamples.Case> cases) {
        Tally killed = new Tally();
        Tally injured = new Tally();
        cases.forEach(c -> models.judge(c, killed, injured));
        System.out.println(name + " killed " + killed + " injured " + injured);
    }

    private static void errors(Models models, List<TollExamples.Case> cases) {
        for (TollExamples.Case c : cases) {
            int dead = c.chosen(models.killed(), true, 0);
            int hurt = c.chosen(models.injured(), false, dead);
            boolean wrong = c.killed() != null && c.killed() != dead;
            boolean hurtWrong = c.injured() != null && c.injured() != hurt;
            if (wrong || hurtWrong) {
                System.out.println("#" + c.article().id() + " gold " + c.killed() + "/" + c.injured() + " chosen "
                        + dead + "/" + hurt + " reach " + c.isReachable(true) + "/" + c.isReachable(false) + " "
                        + models.killed().probabilities(c.any(true, 0))
                        + models.killed().probabilities(c.numbers(true, 0))
                        + models.injured().probabilities(c.any(false, dead))
                        + models.injured().probabilities(c.numbers(false, dead)));
            }
        }
    }

    /** Counts the killed, then the injured knowing how many it took for dead, as the coder does. */
    private record Models(ChoiceModel killed, ChoiceModel injured) {
        void judge(TollExamples.Case c, Tally dead, Tally hurt) {
            int died = c.chosen(killed, true, 0);
            dead.add(c.killed(), died, c.isReachable(true));
            hurt.add(c.injured(), c.chosen(injured, false, died), c.isReachable(false));
        }
    }

    /** How many answers were right. */
    private static final class Tally {
        private int n;
        private int right;
        private int any;
        private int reachable;

        void add(@Nullable Integer gold, int chosen, boolean isReachable) {
            if (gold != null) {
                n++;
                right += gold == chosen ? 1 : 0;
                any += (gold > 0) == (chosen > 0) ? 1 : 0;
                reachable += isReachable ? 1 : 0;
            }
        }

        @Override
        public String toString() {
            double all = Math.max(1, n);
            return String.format(
                    Locale.ROOT, "n %d exact %.3f any %.3f reachable %.3f", n, right / all, any / all, reachable / all);
        }
    }
}
