package org.tocsin.coder.role;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How surely somebody did it when all others whom the article names are known: news tells the other side of a clash, doers of
 * earlier attacks and those who were killed in words much like those for the doers, only that somebody else is surer. A
 * logistic model of the candidate's own log-odds and of how they stand to those of its rivals. Immutable.
 */
public final class Rivals {
    /** Who is less probable than this for himself did it for nobody, and is nobody's rival. */
    public static final double LEAST = 0.03;

    private static final double[] PROBABLE = {0.03, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85};
    private static final double[] LEADS = {-4, -2.5, -1.2, -0.4, 0.4, 1.2, 2.5, 4};
    private static final double SURE = 0.35;
    private static final int MOST_COUNTED = 4;

    /** The surest rivals, whom the others are compared with; more would make long articles cost more than their length. */
    private static final int MOST_COMPARED = 24;

    private record Rival(
            Candidate candidate, double doer, double target, String sort, String description, Set<Integer> sentences) {}

    /** How many others are surer than the candidate, and how sure the surest of them are. */
    private static final class Field {
        private int surer;
        private int surerAlike;
        private int sure;
        private double alike;
        private double unlike;
        private double beside;

        private Field(Rival own, List<Rival> surest) {
            surest.stream()
                    .filter(other -> !other.candidate().equals(own.candidate()))
                    .forEach(other -> {
                        boolean isAlike = other.description().equals(own.description());
                        boolean isSurer = other.doer() > own.doer();
                        surer += isSurer ? 1 : 0;
                        surerAlike += isSurer && isAlike ? 1 : 0;
                        sure += other.doer() > SURE ? 1 : 0;
                        alike = isAlike ? Math.max(alike, other.doer()) : alike;
                        unlike = isAlike ? unlike : Math.max(unlike, other.doer());
                        boolean isBeside = !Collections.disjoint(other.sentences(), own.sentences());
                        beside = isBeside ? Math.max(beside, other.doer()) : beside;
                    });
        }
    }

    private final LogOddsModel model;

    Rivals(LogOddsModel model) {
        this.model = model;
    }

    /** A model of these weights of {@link #features}, rounded, beside the slope of the own log-odds. */
    public static Rivals of(double slope, double[] weights) {
        return new Rivals(LogOddsModel.of(slope, weights));
    }

    /** Leaves probabilities as they are. */
    static Rivals none() {
        return new Rivals(LogOddsModel.none());
    }

    LogOddsModel model() {
        return model;
    }

    /** The probability of each candidate of an article that is at least {@link #LEAST} for itself. */
    Map<Candidate, Double> probabilities(List<Candidate> candidates, RoleModel alone) {
        Map<Candidate, Double> probabilities = new HashMap<>();
        features(candidates, alone)
                .forEach((candidate, features) -> probabilities.put(
                        candidate, model.probability(alone.probability(Role.PERPETRATOR, candidate), features)));
        return probabilities;
    }

    /** Hashed, ascending, of each candidate that is at least {@link #LEAST} for itself. */
    public static Map<Candidate, int[]> features(List<Candidate> candidates, RoleModel alone) {
        List<Rival> rivals = candidates.stream()
                .filter(candidate -> candidate.fits(Role.PERPETRATOR))
                .flatMap(candidate -> rival(candidate, alone).stream())
                .sorted(Comparator.comparingDouble(Rival::doer).reversed())
                .toList();
        List<Rival> surest = rivals.subList(0, Math.min(rivals.size(), MOST_COMPARED));
        Map<Candidate, int[]> features = new HashMap<>();
        rivals.forEach(rival -> features.put(rival.candidate(), features(rival, surest)));
        return features;
    }

    private static Optional<Rival> rival(Candidate candidate, RoleModel alone) {
        double doer = alone.probability(Role.PERPETRATOR, candidate);
        return doer < LEAST
                ? Optional.empty()
                : Optional.of(new Rival(
                        candidate,
                        doer,
                        alone.probability(Role.TARGET, candidate),
                        sort(candidate.entity().best()),
                        candidate.description(),
                        sentences(candidate)));
    }

    private static int[] features(Rival own, List<Rival> surest) {
        FeatureSet features = new FeatureSet();
        String target = step(own.target(), PROBABLE);
        features.add("bias");
        features.add("sort", own.sort());
        features.add("own", step(own.doer(), PROBABLE));
        features.add("target", target);
        features.add("target-sort", target, own.sort());
        Field field = new Field(own, surest);
        double best = Math.max(field.alike, field.unlike);
        features.add("rank", rank(field.surer));
        features.add("rank-alike", rank(field.surerAlike), own.description());
        features.add("sure", rank(field.sure));
        features.add("lead", lead(own, best));
        features.add("lead-sort", lead(own, best), own.sort());
        features.add("lead-alike", lead(own, field.alike), own.description());
        features.add("lead-unlike", lead(own, field.unlike), own.description());
        features.add("lead-beside", lead(own, field.beside));
        features.add("alike", step(field.alike, PROBABLE), own.description());
        features.add("unlike", step(field.unlike, PROBABLE), own.description());
        features.add("beside", step(field.beside, PROBABLE));
        return features.toArray();
    }

    private static String rank(int others) {
        return Integer.toString(Math.min(others, MOST_COUNTED));
    }

    private static String lead(Rival own, double other) {
        return step(LogOddsModel.logOdds(own.doer()) - LogOddsModel.logOdds(other), LEADS);
    }

    private static String step(double x, double[] steps) {
        int step = 0;
        while (step < steps.length && x >= steps[step]) {
            step++;
        }
        return Integer.toString(step);
    }

    private static String sort(Mention best) {
        if (best.s().actors()[best.head()] != null) {
            return "actor";
        }
        if (best.s().isNation(best.head())) {
            return "nation";
        }
        return best.isName() ? "name" : best.noun().map(HeadNouns.Entry::group).orElse("-");
    }

    private static Set<Integer> sentences(Candidate candidate) {
        Set<Integer> sentences = new HashSet<>();
        candidate
                .entity()
                .mentions()
                .forEach(mention -> sentences.add(mention.s().sentence().index()));
        return sentences;
    }
}
