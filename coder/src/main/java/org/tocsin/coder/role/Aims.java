package org.tocsin.coder.role;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tocsin.coder.role.Chunk.Kind;

/** Whom an attack was meant for, also where it missed: "the target was the mayor", "the shots missed him", "she survived the attack". */
final class Aims {
    private static final Set<String> DEEDS = Set.of("attack", "bomb", "shoot", "kill", "stab");

    private final TaggedSentence s;
    private final List<Chunk> chunks;
    private final Clause clause;
    private final RoleLexicon lexicon;

    Aims(TaggedSentence s, List<Chunk> chunks, Clause clause, RoleLexicon lexicon) {
        this.s = s;
        this.chunks = chunks;
        this.clause = clause;
        this.lexicon = lexicon;
    }

    /** "The target [was] the mayor", "the shots [missed] the mayor", and not "he [missed] the bus", "the army [targets] rebels". */
    Optional<Relation> behind(int verb) {
        int subject = clause.subject(verb);
        if (subject < 0 || !chunks.get(subject).isNounPhrase()) {
            return Optional.empty();
        }
        boolean named = clause.isBe(verb) && isTarget(subject);
        boolean reached = clause.is(verb, Kind.ACTIVE)
                && is("TARGETING", verb)
                && !clause.isDenied(chunks.get(verb))
                && isOfAttack(subject);
        return named || reached ? aimed("object") : Optional.empty();
    }

    /** "The bomb was meant [for] the mayor", "the gunmen were [after] the mayor", and not "the food was meant [for] the poor". */
    Optional<Relation> after(int preposition) {
        int verb = clause.back(preposition - 1);
        int subject = verb < 0 || !chunks.get(verb).isVerb() ? -1 : clause.subject(verb);
        if (subject < 0 || !chunks.get(subject).isNounPhrase() || clause.isDenied(chunks.get(verb))) {
            return Optional.empty();
        }
        boolean to = clause.isWord(preposition, "for") || clause.isWord(preposition, "at");
        boolean meant = to && is("MEANING", verb) && isOfAttack(subject);
        boolean sought = clause.isWord(preposition, "after") && clause.isBe(verb) && isAttacker(chunks.get(subject));
        return meant || sought ? aimed("object") : Optional.empty();
    }

    /** "An attempt on the life [of] the mayor", and not "remarks on the life [of] the mayor". */
    boolean isOnLife(int host) {
        return clause.is(host, Kind.NOUN_PHRASE)
                && s.lemmas()[chunks.get(host).head()].equals("life")
                && clause.isWord(host - 1, "on")
                && isViolence(host - 2);
    }

    static Relation onLife() {
        return Relation.outright("n-attack", "attempt", "on");
    }

    /** Of the verb's subject: "the mayor [was] the target", "[survived] the attack", "[escaped] unhurt", and not "[escaped] on foot". */
    Optional<Relation> of(int subject, int verb) {
        Chunk chunk = chunks.get(verb);
        if (clause.isDenied(chunk) || isAttacker(chunks.get(subject))) {
            return Optional.empty();
        }
        boolean target = clause.isBe(verb) && isTarget(verb + 1);
        return target || isSpared(verb) ? aimed("passive") : Optional.empty();
    }

    private boolean isSpared(int verb) {
        if (!clause.is(verb, Kind.ACTIVE) || !is("SURVIVING", verb)) {
            return false;
        }
        Chunk chunk = chunks.get(verb);
        boolean narrowly = isWord("SPARED", chunk.begin() - 1) || isWord("SPARED", chunk.end());
        boolean when = s.lemmas()[chunk.head()].equals("survive") && clause.isWord(verb + 1, "when");
        return narrowly || when || isDeed(verb + 1);
    }

    /** "The attack", "an assassination attempt", and not "injury" nor "damage". */
    private boolean isDeed(int k) {
        return clause.is(k, Kind.NOUN_PHRASE)
                && DEEDS.contains(Objects.requireNonNullElse(
                        lexicon.events().noun(s.lemmas()[chunks.get(k).head()]), ""));
    }

    private boolean isWord(String idiom, int i) {
        return i >= 0 && i < s.size() && lexicon.words().idioms().is(idiom, s.lower(i));
    }

    private boolean is(String idiom, int verb) {
        return lexicon.words().idioms().is(idiom, s.lemmas()[chunks.get(verb).head()]);
    }

    private boolean isTarget(int k) {
        return clause.is(k, Kind.NOUN_PHRASE) && s.lemmas()[chunks.get(k).head()].equals("target");
    }

    private boolean isViolence(int k) {
        return clause.is(k, Kind.NOUN_PHRASE)
                && EventWords.isViolent(
                        lexicon.events().noun(s.lemmas()[chunks.get(k).head()]));
    }

    /** What was fired, who fired it, or that it was done: "the bullets", "the gunman", "the attack". */
    private boolean isOfAttack(int k) {
        Chunk chunk = chunks.get(k);
        return isViolence(k)
                || isAttacker(chunk)
                || isWord("FIRED", chunk.head())
                || lexicon.weapons().endingAt(s, chunk.begin(), chunk.head() + 1) != null;
    }

    private boolean isAttacker(Chunk chunk) {
        return lexicon.heads()
                .find(s, chunk.begin(), chunk.head())
                .filter(noun -> noun.group().equals("attacker"))
                .isPresent();
    }

    private static Optional<Relation> aimed(String link) {
        return Optional.of(Relation.outright("attack", "target", link));
    }
}
