package org.tocsin.coder.role;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tocsin.coder.role.SetPhrases.Phrase;

/**
 * Who the text says in so many words did it, or did not: "a leaflet signed by the Front", "the Front owned up to the bombing",
 * and not "a treaty signed by the Front", "the Front owned up to mistakes".
 */
final class Attribution {
    private static final String DENIAL = "DENIAL";

    private final TaggedSentence s;
    private final List<Chunk> chunks;
    private final Clause clause;
    private final Blame blame;
    private final RoleLexicon lexicon;
    private final Map<String, Boolean> classes = new HashMap<>();

    Attribution(TaggedSentence s, List<Chunk> chunks, Clause clause, Blame blame, RoleLexicon lexicon) {
        this.s = s;
        this.chunks = chunks;
        this.clause = clause;
        this.blame = blame;
        this.lexicon = lexicon;
    }

    /** What the set phrases of the sentence say of the k-th chunk. */
    Optional<Relation> of(int k) {
        return mayAct(chunks.get(k)) ? behind(k).or(() -> asSubject(k)) : Optional.empty();
    }

    /** A name or armed people; nobody lays an attack at the door "of the office". */
    private boolean mayAct(Chunk chunk) {
        int head = chunk.head();
        return s.names()[head]
                || s.actors()[head] != null
                || s.isNation(head)
                || lexicon.heads()
                        .find(s, chunk.begin(), head)
                        .filter(noun -> RoleFeatures.ARMED.contains(noun.group()))
                        .isPresent();
    }

    /** "Bore the hallmarks of the Front", "blamed the Front for the raid". */
    private Optional<Relation> behind(int k) {
        for (Phrase phrase : lexicon.setPhrases().ofOthers()) {
            int begin = chunks.get(k).begin() - phrase.before().size();
            boolean claim = phrase.group().equals("claim");
            if (isAt(phrase.before(), begin, true)
                    && isFollowed(phrase, k)
                    && hasBeside(phrase, begin, k)
                    && !(claim && isOfficial(chunks.get(k)))) {
                return Optional.of(relation(phrase, claim ? "by" : "on"));
            }
        }
        return Optional.empty();
    }

    /** "A statement signed by [Bishop Ortiz]", "by [the government]", who mostly condemn it. */
    private boolean isOfficial(Chunk chunk) {
        boolean titled = false;
        for (int i = chunk.begin(); i < chunk.head(); i++) {
            titled |= lexicon.heads().isPerson(s.lemmas()[i]);
        }
        Optional<HeadNouns.Entry> noun = lexicon.heads().find(s, chunk.begin(), chunk.head());
        return noun.isEmpty() ? titled : noun.get().group().equals("state");
    }

    /** Behind the k-th chunk, or behind the rest of its name: "blamed the [Sons] of the Hills for the raid". */
    private boolean isFollowed(Phrase phrase, int k) {
        if (isAt(phrase.behind(), chunks.get(k).end(), false)) {
            return true;
        }
        return clause.isWord(k + 1, "of")
                && clause.is(k + 2, Chunk.Kind.NOUN_PHRASE)
                && s.names()[chunks.get(k + 2).head()]
                && isAt(phrase.behind(), chunks.get(k + 2).end(), false);
    }

    /** "The Front owned up to the bombing", of the next verb behind. */
    private Optional<Relation> asSubject(int k) {
        for (int j = k + 1; j < Math.min(chunks.size(), k + Subjects.REACH); j++) {
            Chunk verb = chunks.get(j);
            if (verb.isVerb()) {
                return clause.subject(j) == k ? ofVerb(verb) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Relation> ofVerb(Chunk verb) {
        boolean denied = clause.isDenied(verb);
        return lexicon.setPhrases().ofSubjects().stream()
                .filter(phrase -> !denied || phrase.group().equals(SetPhrases.CLEARED))
                .filter(phrase ->
                        isAt(phrase.behind(), verb.head(), false) || isAt(phrase.behind(), verb.begin(), false))
                .map(phrase -> relation(phrase, "subject"))
                .findFirst();
    }

    private static Relation relation(Phrase phrase, String link) {
        if (phrase.group().equals(SetPhrases.CLEARED)) {
            return new Relation("deny", phrase.word(), SetPhrases.CLEARED);
        }
        // Blame is on whoever it is told of.
        String of = phrase.group().equals("blame") ? "on" : link;
        return Relation.outright(phrase.group(), phrase.word(), of);
    }

    /** @param toTheLeft a deed is known by its last word alone, and not by its phrase from there on */
    private boolean isAt(List<Set<String>> words, int begin, boolean toTheLeft) {
        int i = begin;
        for (int w = 0; w < words.size(); w++) {
            Set<String> word = words.get(w);
            int next = i < 0 ? -1 : isWord(word, i) ? i + 1 : -1;
            if (next < 0 && i >= 0 && word.contains(SetPhrases.DEED)) {
                next = toTheLeft ? deedEndingAt(i) : blame.deedEnd(i, w + 1 == words.size());
            }
            if (next < 0) {
                return false;
            }
            i = next;
        }
        return true;
    }

    private boolean isWord(Set<String> word, int i) {
        if (i >= s.size()) {
            return word.contains(SetPhrases.END);
        }
        boolean end = s.tag(i) == Tag.PUNCTUATION || s.tag(i) == Tag.COMMA;
        return word.contains(s.lower(i)) || word.contains(s.lemmas()[i]) || (end && word.contains(SetPhrases.END));
    }

    private int deedEndingAt(int i) {
        return s.tag(i) == Tag.NOUN && lexicon.events().isDeed(s.lemmas()[i]) ? i + 1 : -1;
    }

    private boolean hasBeside(Phrase phrase, int begin, int k) {
        return phrase.beside().stream().anyMatch(beside -> switch (beside) {
            case SetPhrases.NOTHING -> true;
            case SetPhrases.ATTACKER -> isOfAttackers(begin, k);
            // "A statement in the name of the Front denied any part in it".
            default -> isBeside(beside) && !isBeside(DENIAL);
        });
    }

    /** Once a sentence, which may be long. */
    private boolean isBeside(String wordClass) {
        return classes.computeIfAbsent(wordClass, c -> lexicon.setPhrases().isBeside(c, s));
    }

    /** "[The bombers] were members of", and not "the gunmen shot [two villagers], members of". */
    private boolean isOfAttackers(int begin, int k) {
        for (int j = k - 1; j >= 0; j--) {
            Chunk chunk = chunks.get(j);
            if (chunk.isNounPhrase() && chunk.head() < begin) {
                return lexicon.heads()
                        .find(s, chunk.begin(), chunk.head())
                        .filter(noun -> noun.group().equals("attacker"))
                        .isPresent();
            }
        }
        return false;
    }
}
