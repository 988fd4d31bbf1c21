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
    private static final String SUSPICION = "SUSPICION";
    private static final String COMMENT = "COMMENT";

    /** Where the words of a phrase stand: a deed before who did it is known by its last word alone. */
    private enum Side {
        BEFORE,
        BEHIND
    }

    private final TaggedSentence s;
    private final List<Chunk> chunks;
    private final Clause clause;
    private final Deeds deeds;
    private final RoleLexicon lexicon;
    private final Map<String, Boolean> classes = new HashMap<>();

    Attribution(TaggedSentence s, List<Chunk> chunks, Clause clause, Deeds deeds, RoleLexicon lexicon) {
        this.s = s;
        this.chunks = chunks;
        this.clause = clause;
        this.deeds = deeds;
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
            boolean claim = phrase.group().equals(Relation.CLAIM);
            if (isAt(phrase.before(), begin, Side.BEFORE)
                    && isFollowed(phrase, k)
                    && hasBeside(phrase, begin, k)
                    && !deeds.denials().isBefore(begin)
                    && !(claim && isOfficial(chunks.get(k)))) {
                return Optional.of(relation(phrase, "by"));
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
        if (isAt(phrase.behind(), chunks.get(k).end(), Side.BEHIND)) {
            return true;
        }
        return clause.isWord(k + 1, "of")
                && clause.is(k + 2, Chunk.Kind.NOUN_PHRASE)
                && s.names()[chunks.get(k + 2).head()]
                && isAt(phrase.behind(), chunks.get(k + 2).end(), Side.BEHIND);
    }

    /** "The Front owned up to the bombing", of the next verb behind. */
    private Optional<Relation> asSubject(int k) {
        for (int j = k + 1; j < Math.min(chunks.size(), k + Subjects.REACH); j++) {
            Chunk verb = chunks.get(j);
            if (verb.isVerb()) {
                return clause.subject(j) == k ? ofVerb(verb, k) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Relation> ofVerb(Chunk verb, int k) {
        return lexicon.setPhrases().ofSubjects().stream()
                .filter(phrase -> isAt(phrase.behind(), verb.head(), Side.BEHIND)
                        || isAt(phrase.behind(), verb.begin(), Side.BEHIND))
                .filter(phrase -> phrase.group().equals(SetPhrases.CLEARED) || !deeds.isDenied(verb))
                .filter(phrase -> hasBeside(phrase, verb.begin(), k))
                .map(phrase -> relation(phrase, "subject"))
                .findFirst();
    }

    /** @param claiming what who claims it is to the phrase; who is blamed is what it is told of */
    private static Relation relation(Phrase phrase, String claiming) {
        return switch (phrase.group()) {
            case SetPhrases.CLEARED -> Relation.cleared(phrase.word());
            case Relation.BLAME -> Relation.outright(Relation.BLAME, phrase.word(), "on");
            default -> Relation.outright(phrase.group(), phrase.word(), claiming);
        };
    }

    private boolean isAt(List<Set<String>> words, int begin, Side side) {
        int i = begin;
        for (int w = 0; w < words.size(); w++) {
            Set<String> word = words.get(w);
            int next = i < 0 ? -1 : isWord(word, i) ? i + 1 : -1;
            if (next < 0 && i >= 0 && word.contains(SetPhrases.DEED)) {
                next = side == Side.BEFORE ? deedEndingAt(i) : deeds.blame().deedEnd(i, w + 1 == words.size());
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
        return word.contains(s.lower(i)) || word.contains(s.lemmas()[i]) || (word.contains(SetPhrases.END) && isEnd(i));
    }

    /** Where the sentence may end, and not "blamed the council[,] saying that it came late". */
    private boolean isEnd(int i) {
        Tag next = s.tag(i + 1);
        return s.tag(i) == Tag.PUNCTUATION
                || (s.tag(i) == Tag.COMMA && next != Tag.ING && next != Tag.SUBORDINATOR && next != Tag.PREPOSITION);
    }

    private int deedEndingAt(int i) {
        return s.tag(i) == Tag.NOUN && lexicon.events().isDeed(s.lemmas()[i]) ? i + 1 : -1;
    }

    private boolean hasBeside(Phrase phrase, int begin, int k) {
        return phrase.beside().stream().anyMatch(beside -> switch (beside) {
            case SetPhrases.NOTHING -> true;
            case SetPhrases.ATTACKER -> isOfAttackers(begin, k);
            case SetPhrases.NO_FORCE -> !isForce(chunks.get(k));
            // "A statement in the name of the Front denied any part in it", or condemned it and blamed others.
            default -> isBeside(beside) && !isBeside(DENIAL) && !(beside.equals(SUSPICION) && isBeside(COMMENT));
        });
    }

    /** Police, soldiers and governments, who tell of many attacks that others made. */
    private boolean isForce(Chunk chunk) {
        return lexicon.heads()
                .find(s, chunk.begin(), chunk.head())
                .filter(noun -> noun.group().equals("force") || noun.group().equals("state"))
                .isPresent();
    }

    /** Once a sentence, which may be long. */
    private boolean isBeside(String wordClass) {
        return classes.computeIfAbsent(wordClass, c -> lexicon.setPhrases().isBeside(c, s));
    }

    /** "[The bombers] were members of", and not "the gunmen shot [two villagers], members of", "[men] shot by gunmen were members of". */
    private boolean isOfAttackers(int begin, int k) {
        int told = told(begin, k);
        return told >= 0
                && chunks.get(told).isNounPhrase()
                && lexicon.heads()
                        .find(s, chunks.get(told).begin(), chunks.get(told).head())
                        .filter(noun -> noun.group().equals("attacker"))
                        .isPresent();
    }

    /** Of whom the phrase is told that begins there: the subject of its verb, else who stands before it. */
    private int told(int begin, int k) {
        for (int j = k - 1; j >= 0; j--) {
            Chunk chunk = chunks.get(j);
            if (chunk.isVerb() && chunk.begin() <= begin && begin < chunk.end() && isFinite(chunk)) {
                return counted(clause.subject(j));
            }
            if (chunk.isNounPhrase() && chunk.head() < begin) {
                return j;
            }
        }
        return -1;
    }

    /** "Were", "were sent", "belonged", and not "belonging", "sent by". */
    private boolean isFinite(Chunk verb) {
        boolean active = verb.kind() == Chunk.Kind.ACTIVE
                && !(verb.end() < s.size() && s.lower(verb.end()).equals("by"));
        return active || s.tag(verb.begin()) == Tag.BE || s.tag(verb.begin()) == Tag.HAVE;
    }

    /** The gunmen of "two of the gunmen". */
    private int counted(int k) {
        boolean counts = clause.is(k, Chunk.Kind.NOUN_PHRASE)
                && (s.tag(chunks.get(k).head()) == Tag.NUMBER
                        || lexicon.phrases().isQuantity(s.lemmas()[chunks.get(k).head()]));
        return counts && clause.isWord(k + 1, "of") && clause.is(k + 2, Chunk.Kind.NOUN_PHRASE) ? k + 2 : k;
    }
}
