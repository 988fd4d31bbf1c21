package org.tocsin.coder.role;

import java.util.Optional;

/** What headlines leave out of their verbs, and what that makes of the words beside them. */
final class Headlines {
    /** Words after a headline's first verb form within which another one shows that the first is a noun. */
    private static final int REACH = 6;

    private final Words words;

    Headlines(Words words) {
        this.words = words;
    }

    /** "Rocket [hits] police patrol", "Drone [strikes] oil refinery" as a headline; not "Drone [strikes] kill three". */
    boolean isDeedOfWeapon(TaggedSentence out, int i, Words.VerbForm form) {
        return form.third()
                && i <= 2
                && out.sentence().isTitle()
                && words.idioms().is("STRIKERS", out.lower(i - 1))
                && !isVerbAhead(out, i);
    }

    /** Up to the next comma. */
    private boolean isVerbAhead(TaggedSentence out, int i) {
        for (int j = i + 1; j < Math.min(out.size(), i + REACH) && out.token(j).isWord(); j++) {
            Optional<Words.VerbForm> form = words.verb(out.lower(j));
            Tag function = words.function(out.lower(j));
            boolean verb =
                    function == null ? form.isPresent() && isMostlyVerb(out.lower(j), form.get()) : function.isVerbal();
            if (verb) {
                return true;
            }
        }
        return false;
    }

    private boolean isMostlyVerb(String lower, Words.VerbForm form) {
        return form.past()
                || words.entry(form.base()).verb()
                        > words.entry(words.noun(lower)).noun();
    }
}
