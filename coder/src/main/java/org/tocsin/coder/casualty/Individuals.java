package org.tocsin.coder.casualty;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.casualty.Individual.Newness;
import org.tocsin.coder.casualty.Individual.Sex;
import org.tocsin.coder.choice.Candidate;
import org.tocsin.coder.choice.Features;

/**
 * The people that an article tells of one by one, each counted once: who bears the same name or age is the same, and "a
 * man" is whom an earlier sentence called so, unless it is "another man".
 *
 * @param killed of whom a death is told
 * @param injured of whom an injury is told and no death
 * @param shot of whom it is only said that they were hit
 */
record Individuals(int killed, int injured, int shot) {

    /** Counts those told of in the sentences that count. */
    static Individuals count(List<Individual> mentions, IntPredicate sentences) {
        List<Person> people = new ArrayList<>();
        for (Individual mention : mentions) {
            if (mention.said() != null && sentences.test(mention.sentence())) {
                Person same = same(people, mention);
                if (same == null) {
                    same = new Person();
                    people.add(same);
                }
                same.add(mention);
            }
        }
        int killed = (int) people.stream().filter(p -> p.killed).count();
        int injured = (int) people.stream().filter(p -> p.injured && !p.killed).count();
        return new Individuals(killed, injured, people.size() - killed - injured);
    }

    /** What the model sees of a number of dead, or of injured beside that many dead, against those told one by one. */
    void describe(String harm, int number, int dead, Features into) {
        if (all() > 0) {
            int told = told(harm, dead);
            into.add("told against", harm + Integer.signum(number - told), Integer.toString(Math.min(told, 4)));
            int outright = harm.equals(CasualtyReader.KILL) ? killed : injured;
            into.add("told outright", harm, Integer.toString(Integer.compare(number, outright)));
        }
    }

    /** What the model sees of all of them when it asks whether anybody came to that harm. */
    void describe(String harm, int dead, Features into) {
        into.add("told killed", Math.min(killed, 3));
        into.add("told injured", Math.min(injured, 3));
        into.add("told shot", Math.min(shot, 3));
        into.add("told all", Math.min(told(harm, dead), 4));
    }

    /** Their number as a candidate for the toll. */
    Candidate<Integer> candidate(String harm, int dead, boolean outright) {
        int number = told(harm, dead);
        Features seen = new Features();
        seen.add("told", harm, outright ? "outright" : "");
        seen.add("told number", Math.min(number, 4));
        return new Candidate<>(number, seen);
    }

    /** How many of them came to that harm, as far as the text tells: who was hit and is not said to be dead lives. */
    int told(String harm, int dead) {
        return harm.equals(CasualtyReader.KILL) ? killed : living(dead);
    }

    int all() {
        return killed + injured + shot;
    }

    /** Who came to harm and lives, when that many died: the dead are among those of whom neither is told. */
    int living(int dead) {
        return injured + Math.max(0, shot - Math.max(0, dead - killed));
    }

    private static @Nullable Person same(List<Person> people, Individual mention) {
        for (Person person : people) {
            boolean agesFit = mention.age() < 0 || person.age < 0 || mention.age() == person.age;
            boolean name = agesFit && mention.name() != null && mention.name().equals(person.name);
            boolean age = mention.age() >= 0 && mention.age() == person.age && person.sex.fits(mention.sex());
            if (name || (age && (mention.name() == null || person.name == null))) {
                return person;
            }
        }
        for (Person person : people) {
            if (mention.newness() != Newness.FURTHER && person.canBe(mention)) {
                return person;
            }
        }
        return null;
    }

    /** What is known so far of one of them. */
    private static final class Person {
        private @Nullable String noun;
        private @Nullable String name;
        private int age = -1;
        private Sex sex = Sex.OPEN;
        private int sentence = -1;
        private boolean killed;
        private boolean injured;

        /** Nothing that is said of the two tells them apart. */
        boolean canBe(Individual mention) {
            boolean dead = mention.said() != null && mention.said().isDeath();
            boolean hurt = mention.said() != null && mention.said().harm().equals(CasualtyReader.INJURE);
            return sentence != mention.sentence()
                    && sex.fits(mention.sex())
                    && (noun == null || mention.noun() == null || noun.equals(mention.noun()))
                    && (name == null || mention.name() == null)
                    && (age < 0 || mention.age() < 0)
                    && (mention.newness() == Newness.KNOWN || (!(killed && hurt) && !(injured && dead)));
        }

        void add(Individual mention) {
            noun = noun == null ? mention.noun() : noun;
            name = name == null ? mention.name() : name;
            age = age < 0 ? mention.age() : age;
            sex = sex == Sex.OPEN ? mention.sex() : sex;
            sentence = mention.sentence();
            killed |= mention.said() != null && mention.said().isDeath();
            injured |= mention.said() != null && mention.said().harm().equals(CasualtyReader.INJURE);
        }
    }
}
