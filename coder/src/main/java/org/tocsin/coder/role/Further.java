package org.tocsin.coder.role;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.coder.TargetType;

/**
 * How surely a candidate is a target beside those that were chosen before it: news names one victim by several words ("the
 * mayor", "the 52-year-old lawyer"), and each beyond the first counts as a second target. A logistic model of the candidate's
 * own log-odds and of what it has in common with those before. Immutable.
 */
public final class Further {
    /** Candidates less probable than this are never chosen, and training leaves them out. */
    public static final double LEAST = 0.05;

    /** Those chosen first that a next one is compared with; more would make long articles cost more than their length. */
    private static final int MOST_COMPARED = 16;

    private static final int MOST_COUNTED = 4;
    private static final int SHORTEST_WORD = 4;

    private final LogOddsModel model;

    Further(LogOddsModel model) {
        this.model = model;
    }

    /** A model of these weights of {@link #features}, rounded, beside the slope of the own log-odds. */
    public static Further of(double slope, double[] weights) {
        return new Further(LogOddsModel.of(slope, weights));
    }

    /** Leaves probabilities as they are. */
    static Further none() {
        return new Further(LogOddsModel.none());
    }

    LogOddsModel model() {
        return model;
    }

    /** The probability that the next candidate is a target which none of those before is; {@code probability} is its own. */
    double probability(double probability, Look next, List<Look> before) {
        return model.probability(probability, features(next, before));
    }

    /** Hashed, ascending. */
    public static int[] features(Look next, List<Look> before) {
        FeatureSet features = new FeatureSet();
        features.add("bias");
        features.add("before", Integer.toString(Math.min(before.size(), MOST_COUNTED)));
        for (Look earlier : before.subList(0, Math.min(before.size(), MOST_COMPARED))) {
            pair(features, next, earlier);
        }
        return features.toArray();
    }

    private static void pair(FeatureSet features, Look next, Look earlier) {
        boolean inOrder = next.kind.compareTo(earlier.kind) <= 0;
        features.add("kinds", inOrder ? next.kind : earlier.kind, inOrder ? earlier.kind : next.kind);
        features.add("definite", Boolean.toString(next.definite), Boolean.toString(next.kind.equals(earlier.kind)));
        addIf(next.definite, features, "is-definite");
        addIf(next.kind.equals(earlier.kind), features, "same-kind");
        addIf(next.type.isPresent() && next.type.equals(earlier.type), features, "same-type");
        addIf(next.description.equals(earlier.description), features, "same-description-" + next.description);
        addIf(next.name == earlier.name, features, next.name ? "both-names" : "no-names");
        addIf(next.firstSentence > earlier.lastSentence, features, "after");
        boolean together = next.sentences.stream().anyMatch(earlier.sentences::contains);
        addIf(together, features, "same-sentence");
        addIf(together && (next.listed || earlier.listed), features, "listed");
        addIf(next.relations.stream().anyMatch(earlier.relations::contains), features, "same-relation");
        addIf(next.words.stream().anyMatch(earlier.words::contains), features, "same-word");
    }

    private static void addIf(boolean holds, FeatureSet features, String name) {
        if (holds) {
            features.add(name);
        }
    }

    /** What is compared of a candidate, gathered once. Immutable. */
    public static final class Look {
        private final String kind;
        private final String description;
        private final Optional<TargetType> type;
        private final boolean name;
        private final boolean definite;
        private final boolean listed;
        private final int firstSentence;
        private final int lastSentence;
        private final Set<Integer> sentences = new HashSet<>();
        private final Set<String> relations = new HashSet<>();
        private final Set<String> words = new HashSet<>();

        public Look(Candidate candidate) {
            List<Mention> mentions = candidate.entity().mentions();
            Mention best = candidate.entity().best();
            Mention first = mentions.get(0);
            kind = kind(best);
            description = candidate.description();
            type = best.noun().map(HeadNouns.Entry::type);
            name = best.isName();
            definite = first.begin() > 0 && first.s().lower(first.begin() - 1).equals("the");
            firstSentence = first.s().sentence().index();
            lastSentence = mentions.get(mentions.size() - 1).s().sentence().index();
            listed = mentions.stream()
                    .flatMap(mention -> mention.relations().stream())
                    .anyMatch(Relation::isListed);
            mentions.forEach(this::add);
        }

        private void add(Mention mention) {
            sentences.add(mention.s().sentence().index());
            for (Relation relation : mention.relations()) {
                if (!relation.group().equals("-")) {
                    relations.add(relation.group() + "/" + relation.own());
                }
            }
            for (int i = mention.begin(); i < mention.end(); i++) {
                if (mention.s().lower(i).length() >= SHORTEST_WORD) {
                    words.add(mention.s().lower(i));
                }
            }
        }

        private static String kind(Mention mention) {
            if (RoleFeatures.isArmed(mention)) {
                return "armed";
            }
            return mention.isName()
                    ? "name"
                    : mention.noun().map(HeadNouns.Entry::group).orElse("-");
        }
    }
}
