package org.tocsin.coder.role;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.role.Chunk.Kind;

/** Who those were that were killed or wounded, in sentences of their own: "the dead were soldiers", "the victim was named as X". */
final class Victims {
    private static final String KILL = "kill";
    private static final String WOUND = "wound";

    private final TaggedSentence s;
    private final List<Chunk> chunks;
    private final Clause clause;
    private final Idioms idioms;
    private final PhraseWords phrases;
    private final EventWords events;

    Victims(TaggedSentence s, List<Chunk> chunks, Clause clause, RoleLexicon lexicon) {
        this.s = s;
        this.chunks = chunks;
        this.clause = clause;
        this.idioms = lexicon.words().idioms();
        this.phrases = lexicon.phrases();
        this.events = lexicon.events();
    }

    /** Of the phrase behind the verb: "the dead [were] soldiers", "those wounded [included] a priest", and not "the dead [were] women". */
    Optional<Relation> behind(int verb, Chunk phrase) {
        Chunk chunk = chunks.get(verb);
        boolean names =
                clause.isBe(verb) || (chunk.kind() == Kind.ACTIVE && idioms.is("CONSISTING", s.lemmas()[chunk.head()]));
        int dead = amongWhom(verb);
        return names && !isOnlyAgeOrSex(phrase) && !isAssailant(phrase)
                ? harmed(dead < 0 ? clause.subject(verb) : dead, "object")
                : Optional.empty();
    }

    /** "Among [the victims] of the blast were": a chunk, -1 when the sentence does not begin so. */
    private int amongWhom(int verb) {
        int k = clause.back(verb - 1);
        for (int steps = 0; steps < Subjects.REACH && clause.is(k, Kind.NOUN_PHRASE); steps++) {
            int preposition = clause.back(k - 1);
            if (clause.is(preposition, Kind.PREPOSITION) && clause.isWord(preposition, "among")) {
                return k;
            }
            k = clause.is(preposition, Kind.PREPOSITION) ? clause.back(preposition - 1) : -1;
        }
        return -1;
    }

    /** "The victim was named [as] X", "police identified the victims [as] X", and not "the victims were buried [as] X". */
    Optional<Relation> namedAs(int as) {
        int before = clause.back(as - 1);
        if (!clause.isWord(as, "as") || before < 0) {
            return Optional.empty();
        }
        boolean object = clause.is(before, Kind.NOUN_PHRASE);
        int verb = object ? clause.back(before - 1) : before;
        if (verb < 0
                || !chunks.get(verb).isVerb()
                || !idioms.is("IDENTIFYING", s.lemmas()[chunks.get(verb).head()])) {
            return Optional.empty();
        }
        return object
                ? harmed(before, "object")
                : clause.is(verb, Kind.PASSIVE) ? harmed(clause.subject(verb), "object") : Optional.empty();
    }

    /** Of the verb's subject: "X was [among the dead]", "X is [dead]", and not "a gunman was [among the dead]". */
    Optional<Relation> among(int subject, int verb) {
        if (!clause.isBe(verb) || isAssailant(chunks.get(subject))) {
            return Optional.empty();
        }
        boolean among = clause.is(verb + 1, Kind.PREPOSITION) && clause.isWord(verb + 1, "among");
        return harmed(among ? verb + 2 : verb + 1, "passive");
    }

    /** Who died at his own attack: "a suicide bomber". */
    private boolean isAssailant(Chunk phrase) {
        return idioms.is("ASSAILANTS", s.lemmas()[phrase.head()]);
    }

    private Optional<Relation> harmed(int k, String link) {
        String group = k < 0 || k >= chunks.size() ? null : group(k);
        return Optional.ofNullable(group).map(harm -> Relation.outright(harm, harm.equals(KILL) ? "die" : WOUND, link));
    }

    private @Nullable String group(int k) {
        Chunk chunk = chunks.get(k);
        if (chunk.isVerb()) {
            // "Killed in the blast were two nurses."
            boolean first = clause.back(k - 1) < 0 || clause.is(clause.back(k - 1), Kind.BREAK);
            String done = events.verb(s.lemmas()[chunk.head()]);
            return first && chunk.begin() == chunk.head() && (KILL.equals(done) || WOUND.equals(done)) ? done : null;
        }
        String own = group(chunk);
        boolean ofOthers = own == null && isSome(chunk) && clause.isWord(k + 1, "of") && k + 2 < chunks.size();
        return ofOthers ? group(chunks.get(k + 2)) : own;
    }

    /** "The wounded", "those killed", "the two other victims", "the dead man"; null of others. */
    private @Nullable String group(Chunk chunk) {
        if (!chunk.isNounPhrase()) {
            return null;
        }
        int i = phrases.isAgeOrSex(s.lemmas()[chunk.head()]) ? chunk.head() - 1 : chunk.head();
        // Of an exercise: the "dead" were students.
        if (i < chunk.begin() || s.tag(i - 1) == Tag.QUOTE) {
            return null;
        }
        return idioms.is("THE-KILLED", s.lower(i)) ? KILL : idioms.is("THE-WOUNDED", s.lower(i)) ? WOUND : null;
    }

    /** "Four", "most", "all" of them. */
    private boolean isSome(Chunk chunk) {
        return chunk.kind() == Kind.PRONOUN
                || s.tag(chunk.head()) == Tag.NUMBER
                || phrases.isQuantity(s.lemmas()[chunk.head()]);
    }

    /** "Two women", of whom the count of the dead has told already, and not "two women of the mission". */
    private boolean isOnlyAgeOrSex(Chunk phrase) {
        for (int i = phrase.begin(); i < phrase.head(); i++) {
            if (s.tag(i) == Tag.ADJECTIVE || s.tag(i) == Tag.NOUN) {
                return false;
            }
        }
        return phrases.isAgeOrSex(s.lemmas()[phrase.head()]) && !s.names()[phrase.head()];
    }
}
