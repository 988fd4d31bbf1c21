package org.tocsin.coder.role;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.coder.Target;
import org.tocsin.coder.role.Chunk.Kind;

/** Which noun phrases of a sentence are told of together: the members of a list, and those that were counted before it. */
final class Lists {
    private static final Set<String> OPENING = Set.of(":", "-", "--", "\u2013", "\u2014");

    /** Places that may stand between two members: "a driver in the north of the town, then a policeman". */
    private static final int MOST_PLACES = 2;

    private final TaggedSentence s;
    private final List<Chunk> chunks;
    private final Clause clause;
    private final RoleLexicon lexicon;

    Lists(TaggedSentence s, List<Chunk> chunks, Clause clause, RoleLexicon lexicon) {
        this.s = s;
        this.chunks = chunks;
        this.clause = clause;
        this.lexicon = lexicon;
    }

    /**
     * The noun phrase before a comma or an "and" that the k-th chunk goes on from: of "a driver in the town, then a
     * policeman" the driver; -1 when it goes on from something else.
     */
    int before(int mark, int k) {
        int h = clause.back(mark - 1);
        h = clause.is(h, Kind.COMMA) ? clause.back(h - 1) : h;
        for (int places = 0; places < MOST_PLACES && isPerson(k) && clause.is(h, Kind.NOUN_PHRASE); places++) {
            int preposition = clause.back(h - 1);
            int host = clause.is(preposition, Kind.PREPOSITION) ? clause.back(preposition - 1) : -1;
            if (isPerson(h) || !clause.is(host, Kind.NOUN_PHRASE)) {
                break;
            }
            h = isPerson(host) || places + 1 < MOST_PLACES ? host : h;
        }
        return clause.is(h, Kind.NOUN_PHRASE) ? h : -1;
    }

    /**
     * After the comma stands one more of a list that ends in "and": the nurse of "a judge, [a nurse] and a clerk", and not
     * the judge of "Jo Smith, [a judge] and a father of two" nor of "the mayor, [a judge], and his driver".
     */
    boolean goesOn(int first, int k) {
        if (s.names()[chunks.get(first).head()] != s.names()[chunks.get(k).head()]) {
            return false;
        }
        for (int j = past(k + 1); j < Math.min(chunks.size(), k + Subjects.REACH); j = past(j + 2)) {
            boolean comma = clause.is(j, Kind.COMMA);
            int and = comma ? j + 1 : j;
            if (clause.is(and, Kind.CONJUNCTION)) {
                boolean apposed = comma && j == k + 1 && isDefinite(first) && !isDefinite(k);
                return clause.is(and + 1, Kind.NOUN_PHRASE) && !clause.is(and + 2, Kind.ACTIVE) && !apposed;
            }
            boolean place = clause.is(j, Kind.PREPOSITION);
            if (!(comma || place) || !clause.is(j + 1, Kind.NOUN_PHRASE)) {
                return false;
            }
        }
        return false;
    }

    /** Behind "aged 30", "of 12". */
    private int past(int j) {
        int i = j;
        while (clause.is(i, Kind.ADVERB)) {
            i++;
        }
        return i;
    }

    /** "Three people[:] a judge, a nurse and a clerk", and not "three people killed[:] police". */
    boolean isOpenedBy(int mark, int k) {
        Tag first = s.tag(chunks.get(k).begin());
        boolean goesOn = clause.is(k + 1, Kind.COMMA) || clause.is(k + 1, Kind.CONJUNCTION);
        return isOpening(s.lower(chunks.get(mark).head()))
                && (first == Tag.DETERMINER || first == Tag.NUMBER || first == Tag.POSSESSIVE || goesOn);
    }

    /** "[Among them] two nurses": some of those who were counted before the comma. */
    boolean isAmongThem(int them) {
        return them > 1
                && Partitives.isThem(s.lower(chunks.get(them).head()))
                && clause.isWord(them - 1, "among")
                && (clause.is(them - 2, Kind.COMMA) || clause.is(them - 2, Kind.BREAK));
    }

    /**
     * Those who were counted before the mark and of whom the k-th chunk is one or some: of "killed six people in the town,
     * including two nurses" the six people; -1 when nobody was.
     */
    int counted(int mark, int k) {
        int h = clause.back(mark - 1);
        h = clause.is(h, Kind.COMMA) ? clause.back(h - 1) : h;
        for (int steps = 0; h >= 0 && steps < Subjects.REACH; steps++, h = clause.back(h - 1)) {
            Kind kind = chunks.get(h).kind();
            if (kind == Kind.NOUN_PHRASE && isCounted(h) && isLike(h, k)) {
                return h;
            }
            boolean place = kind == Kind.NOUN_PHRASE || kind == Kind.PREPOSITION || kind == Kind.PRONOUN;
            if (!place && kind != Kind.PASSIVE) {
                return -1;
            }
        }
        return -1;
    }

    private boolean isCounted(int h) {
        Chunk chunk = chunks.get(h);
        for (int i = chunk.begin(); i <= chunk.head(); i++) {
            if (s.tag(i) == Tag.NUMBER && !isYear(s.lower(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isYear(String word) {
        return word.length() == 4 && Character.isDigit(word.charAt(0));
    }

    /** People of people, buildings of buildings; a bare number may count any. */
    private boolean isLike(int whole, int part) {
        if (s.tag(chunks.get(whole).head()) == Tag.NUMBER) {
            return true;
        }
        Optional<HeadNouns.Entry> one = noun(whole);
        Optional<HeadNouns.Entry> other = noun(part);
        boolean person = s.names()[chunks.get(part).head()];
        return one.isPresent()
                && (other.isPresent()
                        ? other.get().kind() == one.get().kind()
                        : !person || one.get().kind() == Target.Kind.HUMAN);
    }

    /** "A nurse", also "a baker", whom only the dictionary knows; and not "a suburb" nor a name, which may be a place's. */
    private boolean isPerson(int k) {
        Chunk chunk = chunks.get(k);
        return chunk.isNounPhrase()
                && noun(k).map(noun -> noun.kind() == Target.Kind.HUMAN
                                && !noun.group().equals("area"))
                        .orElseGet(() -> lexicon.words()
                                .entry(s.lemmas()[chunk.head()])
                                .kind()
                                .equals("person"));
    }

    private boolean isDefinite(int k) {
        int begin = chunks.get(k).begin();
        return s.lower(begin).equals("the") || s.tag(begin) == Tag.POSSESSIVE;
    }

    private Optional<HeadNouns.Entry> noun(int k) {
        return lexicon.heads().find(s, chunks.get(k).begin(), chunks.get(k).head());
    }

    /** A mark before the parts of those who were counted: "13 people - two women and 11 men". */
    static boolean isOpening(String mark) {
        return OPENING.contains(mark);
    }
}
