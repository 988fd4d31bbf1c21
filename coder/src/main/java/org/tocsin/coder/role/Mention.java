package org.tocsin.coder.role;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.WeaponType;

/**
 * A noun phrase that may name a target, a perpetrator or a weapon, where it stands.
 *
 * @param begin first token, without the article
 * @param end after the last token, with an "of" phrase that belongs to the name
 * @param head the token that says what it is; in "dozens of civilians" the civilians
 * @param weapon its weapon type when it names a weapon; null otherwise
 * @param part what it is within a larger phrase: whole, modifier ("army" in "army attack"), owner ("the army's attack")
 */
record Mention(
        TaggedSentence s,
        int begin,
        int end,
        int head,
        Optional<HeadNouns.Entry> noun,
        @Nullable WeaponType weapon,
        Part part,
        List<Relation> relations) {
    private static final Set<String> OPEN = Set.of("no", "any", "neither");
    static final Set<String> NONE = Set.of("none", "neither");
    private static final Set<String> ASKING = Set.of("which", "what");

    enum Part {
        WHOLE,
        MODIFIER,
        OWNER
    }

    /** The head's base form. */
    String lemma() {
        return s.lemmas()[head];
    }

    /** The base forms of all its words. */
    Set<String> lemmas() {
        return new HashSet<>(Arrays.asList(s.lemmas()).subList(begin, end));
    }

    boolean isName() {
        return s.names()[head];
    }

    /** Where what is meant begins: the villagers of "a number of villagers", and all of "two of the villagers". */
    int measured(PhraseWords phrases) {
        for (int i = head - 1; i > begin; i--) {
            if (s.lower(i).equals("of") && phrases.isMeasure(s.lower(i - 1))) {
                return s.tag(i + 1) == Tag.DETERMINER || s.tag(i + 1) == Tag.POSSESSIVE ? i + 2 : i + 1;
            }
        }
        return begin;
    }

    /** "No group", "any other group", "not known which group": nobody who could be met again. */
    boolean isOfNobody() {
        return isOpen(begin) || isOpen(begin - 1) || isAsked(begin - 1) || isNoneOf(begin - 1);
    }

    /** "[None of the] tourists", "[neither of] them", and not "not far from one [of the] tourists". */
    private boolean isNoneOf(int before) {
        int of = before;
        while (of > 0 && (s.tag(of) == Tag.DETERMINER || s.tag(of) == Tag.POSSESSIVE)) {
            of--;
        }
        return of > 0 && s.lower(of).equals("of") && NONE.contains(s.lower(of - 1));
    }

    private boolean isOpen(int i) {
        return i >= 0 && OPEN.contains(s.lower(i));
    }

    /** "Not clear [which] group", and not the relative of "a raid in [which] rebels" and "an attack [which] rebels made". */
    private boolean isAsked(int i) {
        return i > 0 && ASKING.contains(s.lower(i)) && (s.tag(i - 1) == Tag.ADJECTIVE || s.tag(i - 1) == Tag.VERB);
    }

    /** First character in the document. */
    int beginChar() {
        return s.token(begin).begin();
    }

    /** After the last character in the document, without a possessive ending. */
    int endChar() {
        var last = s.token(end - 1);
        return last.end() - (Tagger.isPossessive(last.lower()) ? 2 : 0);
    }
}
