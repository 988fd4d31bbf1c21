package org.tocsin.coder.role;

import java.util.List;
import java.util.Optional;
import org.tocsin.coder.role.SetPhrases.Phrase;

/**
 * Who the text says in so many words did it, or did not: "a leaflet signed by the Front", "the Front owned up to the bombing",
 * and not "a treaty signed by the Front", "the Front owned up to mistakes".
 */
final class Attribution {
    /** What somebody is to a deed that the text clears him of. */
    static final String CLEARED = "cleared";

    private final TaggedSentence s;
    private final List<Chunk> chunks;
    private final Clause clause;
    private final Blame blame;
    private final RoleLexicon lexicon;

    Attribution(TaggedSentence s, List<Chunk> chunks, Clause clause, Blame blame, RoleLexicon lexicon) {
        this.s = s;
        this.chunks = chunks;
        this.clause = clause;
        this.blame = blame;
        this.lexicon = lexicon;
    }

    /** What the set phrases of the sentence say of the k-th chunk. */
    Optional<Relation> of(int k) {
        return mayAct(chunks.get(k)) ? behind(k).or(() -> before(k)) : Optional.empty();
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

    /** "Bore the hallmarks of the Front". */
    private Optional<Relation> behind(int k) {
        int end = chunks.get(k).begin();
        for (Phrase phrase : lexicon.setPhrases().behind()) {
            int begin = end - phrase.words().size();
            if (begin >= 0 && isAt(phrase, begin) && hasBeside(phrase, begin, k)) {
                return Optional.of(relation(phrase, phrase.group().equals("claim") ? "by" : "on"));
            }
        }
        return Optional.empty();
    }

    /** "The Front owned up to the bombing", of the next verb behind. */
    private Optional<Relation> before(int k) {
        for (int j = k + 1; j < Math.min(chunks.size(), k + Subjects.REACH); j++) {
            Chunk verb = chunks.get(j);
            if (verb.isVerb()) {
                return clause.subject(j) == k ? ofVerb(verb) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Relation> ofVerb(Chunk verb) {
        for (Phrase phrase : lexicon.setPhrases().before()) {
            boolean cleared = phrase.group().equals(CLEARED);
            if ((isAt(phrase, verb.head()) && !clause.isDenied(verb)) || (cleared && isAt(phrase, verb.begin()))) {
                return Optional.of(relation(phrase, "subject"));
            }
        }
        return Optional.empty();
    }

    private static Relation relation(Phrase phrase, String link) {
        return phrase.group().equals(CLEARED)
                ? new Relation("deny", phrase.word(), CLEARED)
                : Relation.outright(phrase.group(), phrase.word(), link);
    }

    private boolean isAt(Phrase phrase, int begin) {
        int i = begin;
        for (var words : phrase.words()) {
            if (words.contains(SetPhrases.DEED)) {
                return blame.isDeed(i);
            }
            if (i >= s.size() || !(words.contains(s.lower(i)) || words.contains(s.lemmas()[i]))) {
                return false;
            }
            i++;
        }
        return true;
    }

    private boolean hasBeside(Phrase phrase, int begin, int k) {
        return switch (phrase.beside()) {
            case SetPhrases.NOTHING -> true;
            case SetPhrases.ATTACKER -> isOfAttackers(begin, k);
            default -> lexicon.setPhrases().isBeside(phrase.beside(), s);
        };
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
