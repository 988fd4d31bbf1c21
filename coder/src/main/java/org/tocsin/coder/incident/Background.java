package org.tocsin.coder.incident;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;

/**
 * Tells what an article recalls beside the attack that it reports: attacks that happen again and again ({@link Habit}), and
 * in news of a day attacks of long before ("A judge was shot there last year"). Articles that begin in court or with an
 * anniversary may be about an old attack, so all that they tell of is kept.
 */
final class Background {
    /** Sentences with a word of attack in which news says its day. */
    private static final int LEAD = 3;

    private final Habit habit = new Habit();
    private final Earlier earlier = new Earlier();

    /** Those triggers that may tell of what the article reports, in order. */
    List<Trigger> without(Document document, List<Trigger> triggers) {
        List<Trigger> single = habit.without(document, triggers);
        List<Sentence> lead = single.stream()
                .map(Trigger::sentence)
                .distinct()
                .limit(LEAD)
                .map(document.sentences()::get)
                .toList();
        if (!isNewsOfADay(lead)) {
            return single;
        }
        List<Trigger> news = new ArrayList<>();
        for (List<Trigger> own : Trigger.bySentence(single)) {
            Sentence sentence = document.sentences().get(own.get(0).sentence());
            news.addAll(sentence.equals(lead.get(0)) ? own : newsIn(sentence.tokens(), own));
        }
        return news;
    }

    /** Those of a sentence that its clauses date to no older time; none when the surest is dated so and nothing else has a day. */
    private List<Trigger> newsIn(List<Token> tokens, List<Trigger> triggers) {
        Trigger surest = Collections.max(triggers, Comparator.comparingDouble(Trigger::weight));
        List<Trigger> news = triggers.stream()
                .filter(t -> !earlier.isTimeOf(tokens, t.token()))
                .toList();
        return news.contains(surest) || earlier.hasDay(tokens) ? news : List.of();
    }

    private boolean isNewsOfADay(List<Sentence> lead) {
        return lead.stream().anyMatch(sentence -> earlier.hasDay(sentence.tokens()))
                && lead.stream().flatMap(sentence -> sentence.tokens().stream()).noneMatch(earlier::isAboutOld);
    }
}
