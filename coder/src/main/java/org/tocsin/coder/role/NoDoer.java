package org.tocsin.coder.role;

import java.util.function.Predicate;

/** Those who did it in no reading of the text, whatever the models say. */
final class NoDoer {
    private NoDoer() {}

    static boolean is(Entity entity, RoleLexicon lexicon) {
        return isEvent(entity.best(), lexicon.events())
                || isSought(entity, lexicon.words().idioms())
                || isCleared(entity);
    }

    /** "Air raids", which nobody is. */
    private static boolean isEvent(Mention best, EventWords events) {
        return !best.isName() && !RoleFeatures.isArmed(best) && EventWords.isViolent(events.noun(best.lemma()));
    }

    /** "Hold the perpetrators accountable", and nothing of what they did: not "the perpetrators fled on foot". */
    private static boolean isSought(Entity entity, Idioms idioms) {
        return idioms.is("SOUGHT", entity.best().lemma())
                && !any(
                        entity,
                        relation -> relation.isViolent() || relation.own().contains("subject"));
    }

    /** "Denied that it was behind the raid", and nobody says otherwise: not "the army blames the Front, which denied it". */
    private static boolean isCleared(Entity entity) {
        return !any(entity, Relation::acts) && any(entity, Relation::isCleared);
    }

    private static boolean any(Entity entity, Predicate<Relation> is) {
        return entity.mentions().stream()
                .flatMap(mention -> mention.relations().stream())
                .anyMatch(is);
    }
}
