package org.tocsin.coder.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.model.Features;
import org.tocsin.coder.model.LinearModel;
import org.tocsin.coder.model.ModelSource;
import org.tocsin.coder.text.Document;

/**
 * Finds the words that report attacks and groups them into distinct attacks. Sentences are read in text order; each
 * goes on with the attack before it unless a trained model finds that it reports another one, going by its day, place,
 * names, action and how it is told; then it goes back to an older one or opens its own. The first goes on with the headline
 * where it can, and a sentence with nothing of its own ("A guard was wounded") with what stands before it. What begins by going back in time
 * ("In January") is history and of no attack; what speaks of an attack as known ("the blast") opens none.
 */
public final class AttackFinder {
    /** Below this weight a trigger is background. */
    private static final double LEAST = 0.3;

    /** From this weight on a sentence can tell of an attack of its own. */
    private static final double OWN = 0.5;

    /** From this probability on it does; what .4 and .5 bring and cost stands in docs/accuracy.md. */
    private static final double ANOTHER = 0.45;

    /** An article that lists more attacks than this is a chronicle; the rest are its later, shorter entries. */
    private static final int MOST = 12;

    /** The model of {@link #load(ModelSource)} that tells attacks apart. */
    public static final String MODEL = "grouping.model";

    private final TriggerReader reader;
    private final LinearModel another;
    private final MentionReader mentions = new MentionReader();
    private final Background background = new Background();

    private AttackFinder(TriggerReader reader, LinearModel another) {
        this.reader = reader;
        this.another = another;
    }

    /** With the models that ship. */
    public static AttackFinder load() {
        return load(ModelSource.CLASS_PATH);
    }

    /** With the models from there. */
    public static AttackFinder load(ModelSource models) {
        return new AttackFinder(TriggerReader.load(models), LinearModel.load(models, MODEL));
    }

    /** Before it was learned what tells attacks apart: all triggers are one attack, unless a {@link Judge} knows. */
    public static AttackFinder untrained(TriggerReader reader) {
        double never = -10;
        return new AttackFinder(reader, LinearModel.of("untrained", never, new double[1 << Features.BITS]));
    }

    /** All words of attack in text order, each weighted by how surely it reports a specific one. */
    public List<Trigger> triggers(Document document) {
        return reader.read(document);
    }

    /** What is read of the document for these triggers: all, but for a list with more words of attack than are looked at. */
    public Document read(Document document, List<Trigger> triggers) {
        return triggers.size() < TriggerReader.MOST
                ? document
                : document.shortlyAfter(triggers.get(triggers.size() - 1).sentence());
    }

    /** The attacks of the document, the main one first; none when all its words of attack are {@link Background}. */
    public List<Attack> find(Document document) {
        return group(document, triggers(document));
    }

    /** The attacks that these triggers tell of, the main one first; empty only when there is none. */
    public List<Attack> group(Document document, List<Trigger> triggers) {
        return group(document, triggers, Set.of(), (features, sentence, told) -> another.probability(features));
    }

    /** Judges whether a sentence reports another attack than the sentences that were read before. */
    @FunctionalInterface
    public interface Judge {
        /** The probability, 0..1, given what a model may know of the sentence and those that told of the attack. */
        double another(Features features, int sentence, List<Integer> told);
    }

    /** Groups as that judge has it, knowing those places: training knows the answer and listens. */
    public List<Attack> group(Document document, List<Trigger> triggers, Set<String> knownPlaces, Judge judge) {
        List<Trigger> happened = background.without(document, triggers);
        if (happened.isEmpty()) {
            return List.of();
        }
        List<Integer> recalled = sentences(triggers);
        recalled.removeAll(sentences(happened));
        double best = happened.stream().mapToDouble(Trigger::weight).max().orElseThrow();
        List<Trigger> sure = happened.stream()
                .filter(t -> t.weight() >= Math.min(LEAST, best))
                .toList();
        List<Mention> all = mentions.read(document, sure, knownPlaces);
        List<Mention> single = all.stream().filter(m -> !m.sumsUp()).toList();
        if (single.isEmpty()) {
            return attacks(told(all, judge), List.of(), recalled);
        }
        List<AttackGroup> groups = told(single, judge);
        Set<Mention> reports = groups.size() == 1 ? reportsElsewhere(all, groups.get(0)) : Set.of();
        if (!reports.isEmpty()) {
            groups = told(
                    all.stream().filter(m -> !m.sumsUp() || reports.contains(m)).toList(), judge);
        }
        List<Integer> sums = new ArrayList<>();
        for (Mention mention : all) {
            if (mention.sumsUp() && !reports.contains(mention) && !isAdded(mention, groups)) {
                sums.add(mention.sentence());
            }
        }
        return attacks(groups, sums, recalled);
    }

    private static List<Integer> sentences(List<Trigger> triggers) {
        return triggers.stream().map(Trigger::sentence).distinct().collect(Collectors.toCollection(ArrayList::new));
    }

    /**
     * What counts several blows in one place, and not where the only attack was that is told besides: "Two blasts in Gao
     * killed ten" is the report of an attack where the rest of the article tells of one in Kano.
     */
    private static Set<Mention> reportsElsewhere(List<Mention> all, AttackGroup only) {
        return all.stream()
                .filter(m -> m.sumsUp() && m.places().size() == 1 && !only.holds(m))
                .collect(Collectors.toSet());
    }

    /** A sentence that sums up tells of an attack when it can be about this one alone of those that are told. */
    private static boolean isAdded(Mention sum, List<AttackGroup> groups) {
        List<AttackGroup> possible = groups.stream()
                .filter(group -> groups.size() == 1 ? group.maySumUp(sum) : group.holds(sum))
                .toList();
        if (possible.size() == 1) {
            possible.get(0).add(sum);
        }
        return possible.size() == 1;
    }

    private static List<Attack> attacks(List<AttackGroup> groups, List<Integer> sums, List<Integer> recalled) {
        return groups.stream()
                .sorted(Comparator.comparingDouble(g -> -g.prominence()))
                .map(group -> group.attack(sums, recalled))
                .toList();
    }

    private static List<AttackGroup> told(List<Mention> mentions, Judge judge) {
        List<AttackGroup> groups = new ArrayList<>();
        AttackGroup active = null;
        for (Mention mention : mentions) {
            if (active != null && mention.past()) {
                continue;
            }
            AttackGroup own = active == null ? null : groupOf(mention, active, groups, judge);
            if (own == null) {
                own = new AttackGroup();
                groups.add(own);
            }
            own.add(mention);
            active = own;
        }
        return groups;
    }

    /** The group that the mention goes on with: the active one, an older one that it returns to, or null for a new. */
    private static @Nullable AttackGroup groupOf(
            Mention mention, AttackGroup active, List<AttackGroup> groups, Judge judge) {
        boolean goesOn = mention.goesOn()
                || active.isHeadlineOf(mention)
                || mention.weight() < OWN
                || another(mention, active, true, judge) < ANOTHER;
        if (goesOn && !active.isLeftBy(mention)) {
            return active;
        }
        AttackGroup likest = null;
        double least = ANOTHER;
        for (AttackGroup group : groups) {
            double another = group == active || mention.opensAnother() ? 1 : another(mention, group, false, judge);
            if (another < least) {
                least = another;
                likest = group;
            }
        }
        if (likest != null) {
            return likest;
        }
        return mention.takesUp() || groups.size() >= MOST ? active : null;
    }

    private static double another(Mention mention, AttackGroup group, boolean active, Judge judge) {
        return judge.another(group.compare(mention, active), mention.sentence(), group.sentences());
    }
}
