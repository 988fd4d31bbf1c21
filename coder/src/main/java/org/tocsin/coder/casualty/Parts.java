package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** Which numbers count only a part of those harmed, so that they are not the toll of an attack. */
final class Parts {
    private final WordClasses words;
    private final HarmText text;
    private final Set<People> ofMore = new HashSet<>();

    /** "Five guards". */
    private record People(int number, String noun) {}

    Parts(WordClasses words, HarmText text, Attack attack) {
        this.words = words;
        this.text = text;
        for (int i = 1; i < text.mentions().size(); i++) {
            Statement whole = text.said(i - 1);
            boolean death = whole != null && whole.isDeath() && isCounted(i) && isIncluded(i);
            if (death && HarmEvidence.bears(text, text.sentence(text.mentions().get(i)), attack)) {
                ofMore.add(people(i));
            }
        }
    }

    /** Whether the text counts more people than the i-th number does. */
    boolean has(int i) {
        return isIncluded(i)
                || isBesideOthers(i)
                || isIncludedElsewhere(i)
                || isFirstOfSeveral(i)
                || isLastOfSeveral(i);
    }

    /** "[Five] were shot, two of them fatally", "[five] were shot; two died", when two died: who lives are the others. */
    boolean isWithDead(int i, int dead) {
        Statement said = text.said(i);
        Statement next = i + 1 < text.mentions().size() ? text.said(i + 1) : null;
        if (dead == 0 || said == null || next == null || said.isDeath() || !next.isDeath()) {
            return false;
        }
        CountMention part = text.mentions().get(i + 1);
        List<Token> tokens = text.sentence(part).tokens();
        String behind = lower(tokens, part.last() + 1);
        boolean ofThose = Joins.isOfThose(tokens, part.last() + 1)
                || words.is("fatal", behind)
                || (words.is("own death", behind) && isOfTheirWounds(tokens, part.last() + 2))
                || isBehindIncluding(tokens, part.first());
        return part.number() == dead
                && text.mentions().get(i).number() > dead
                && part.sentence() - text.mentions().get(i).sentence() <= 1
                && ofThose
                && said.harm().equals("shot");
    }

    /** "Two died[.]", "two died [at the scene]", "in hospital"; not "two died [in a fire]", of something else. */
    private boolean isOfTheirWounds(List<Token> tokens, int i) {
        if (!words.is("where", lower(tokens, i))) {
            return true;
        }
        int noun = words.is("article", lower(tokens, i + 1)) ? i + 2 : i + 1;
        return noun == i + 1 || words.is("care", lower(tokens, noun));
    }

    /** "Their driver", joined to those whose driver it is, is never the whole toll. */
    boolean isTheirs(int i) {
        CountMention mention = text.mentions().get(i);
        String first = lower(text.sentence(mention).tokens(), mention.first());
        return words.is("possessive", first) && text.joins().toNext(i - 1);
    }

    /** "30 people including [24] civilians"; not so "30 wounded, including [four] who died". */
    private boolean isIncluded(int i) {
        List<CountMention> mentions = text.mentions();
        CountMention mention = mentions.get(i);
        List<Token> tokens = text.sentence(mention).tokens();
        return i > 0
                && mentions.get(i - 1).sentence() == mention.sentence()
                && mentions.get(i - 1).number() > mention.number()
                && (isBehindIncluding(tokens, mention.first()) || Joins.isOfThose(tokens, mention.last() + 1))
                && !isOtherHarm(text.said(i - 1), text.said(i));
    }

    /** "[Nine] children and 14 others". */
    private boolean isBesideOthers(int i) {
        if (!text.joins().toNext(i)) {
            return false;
        }
        CountMention next = text.mentions().get(i + 1);
        String lower = lower(text.sentence(next).tokens(), next.last() + 1);
        return lower.equals("others") || lower.equals("other");
    }

    /** "[Five guards] killed", where another sentence says that 15 people, including five guards, were. */
    private boolean isIncludedElsewhere(int i) {
        Statement said = text.said(i);
        return said != null && said.isDeath() && isCounted(i) && ofMore.contains(people(i));
    }

    private boolean isCounted(int i) {
        CountMention mention = text.mentions().get(i);
        return mention.number() > 1 && mention.head() > mention.last();
    }

    private People people(int i) {
        CountMention mention = text.mentions().get(i);
        return new People(mention.number(), lower(text.sentence(mention).tokens(), mention.head()));
    }

    /** "Killed [three] children and two women", "injuring [three] men and a boy": who came to harm is the sum. */
    private boolean isFirstOfSeveral(int i) {
        Statement said = text.said(i);
        return text.joins().toNext(i) && said != null && said.form().equals("active") && text.said(i + 1) == null;
    }

    /** "Nine soldiers and [two] civilians were injured": who is injured is the sum, where the first begins the clause. */
    private boolean isLastOfSeveral(int i) {
        Statement said = text.said(i);
        if (said == null || !said.form().equals("passive")) {
            return false;
        }
        int first = i;
        while (text.joins().toNext(first - 1) && (text.said(first - 1) == null || said.equals(text.said(first - 1)))) {
            first--;
        }
        CountMention begins = text.mentions().get(first);
        List<Token> tokens = text.sentence(begins).tokens();
        int before = begins.first() - 1;
        while (before >= 0 && words.is("more", tokens.get(before).lower())) {
            before--;
        }
        boolean clause = before < 0
                || !tokens.get(before).isWord()
                || words.is("break", tokens.get(before).lower())
                || tokens.get(before).lower().equals("that");
        return first < i && clause && !text.joins().toNext(first - 1);
    }

    private boolean isBehindIncluding(List<Token> tokens, int first) {
        for (int i = first - 1; i >= Math.max(0, first - 3); i--) {
            String lower = tokens.get(i).lower();
            if (lower.equals("including") || lower.equals("among")) {
                return true;
            }
            if (!words.is("those", lower) && !words.is("more", lower)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isOtherHarm(@Nullable Statement whole, @Nullable Statement part) {
        return whole != null && part != null && !whole.harm().equals(part.harm());
    }
}
