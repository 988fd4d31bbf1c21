package org.tocsin.coder.role;

import java.util.List;
import java.util.Set;
import org.tocsin.coder.role.Chunk.Kind;

/** Reads to the right of a noun phrase which verb it is the subject of, and whether that does it or suffers it. */
final class Subjects {
    /** Chunks looked at on the way to a verb; further ones are rarely its subject. */
    static final int REACH = 9;

    /** Verbs whose subject is who suffers, as that of "was killed". */
    private static final Set<String> DYING =
            Set.of("die", "perish", "succumb", "drown", "suffer", "disappear", "collapse");

    /** "patrol fired on near the town": headlines leave out the "was". */
    private static final Set<String> STRANDED = Set.of("on", "at", "upon");

    /** What bullets and shells come in: "came under a hail of bullets". */
    private static final Set<String> SHOWERS = Set.of("fire", "gunfire", "hail", "barrage", "volley", "burst");

    private final TaggedSentence s;
    private final List<Chunk> chunks;
    private final Deeds deeds;

    Subjects(TaggedSentence s, List<Chunk> chunks, Deeds deeds) {
        this.s = s;
        this.chunks = chunks;
        this.deeds = deeds;
    }

    /**
     * Steps over prepositional phrases, lists, appositions and brackets to the verb that the k-th chunk is subject of, and
     * adds what it is to it.
     */
    void add(int k, List<Relation> all) {
        int j = k + 1;
        boolean plain = true;
        boolean relative = false;
        for (int steps = 0; j < chunks.size() && steps < REACH; steps++, j++) {
            Chunk chunk = chunks.get(j);
            if (isUnderAttack(j)) {
                all.add(new Relation("attack", "attack", (relative ? "who-" : "") + "passive" + (plain ? "" : "~")));
                return;
            }
            switch (chunk.kind()) {
                case ACTIVE, PASSIVE, ING -> {
                    String link = subjectLink(chunk, j);
                    all.add(deeds.verb(chunk, (relative ? "who-" : "") + link + (plain ? "" : "~")));
                    if (chunk.kind() == Kind.ING && isPassiveAfterObject(j)) {
                        all.add(deeds.verb(chunks.get(j + 2), "passive"));
                    }
                    return;
                }
                case RELATIVE -> relative = plain;
                case ADVERB, TIME -> {}
                case SUBORDINATOR, PRONOUN -> {
                    return;
                }
                case BREAK -> {
                    String mark = s.lower(chunk.head());
                    boolean dateline =
                            isDash(mark) && s.lower(chunk.begin() - 1).equals(")");
                    if (mark.equals(".") || mark.equals(";") || mark.equals(":") || dateline) {
                        return;
                    }
                }
                default -> plain = plain && relative;
            }
        }
    }

    /** "troops [advising] the army [are quartered]". */
    private boolean isPassiveAfterObject(int j) {
        return j + 2 < chunks.size()
                && chunks.get(j + 1).isNounPhrase()
                && chunks.get(j + 2).kind() == Kind.PASSIVE;
    }

    private static boolean isDash(String mark) {
        return mark.equals("-") || mark.equals("\u2013") || mark.equals("\u2014") || mark.equals("--");
    }

    /** "came under attack", "come under heavy fire". */
    private boolean isUnderAttack(int j) {
        return j + 2 < chunks.size()
                && s.lemmas()[chunks.get(j).head()].equals("come")
                && s.lower(chunks.get(j + 1).head()).equals("under")
                && (deeds.isEvent(chunks.get(j + 2))
                        || SHOWERS.contains(s.lemmas()[chunks.get(j + 2).head()]));
    }

    private String subjectLink(Chunk verb, int j) {
        if (verb.kind() == Kind.PASSIVE || DYING.contains(s.lemmas()[verb.head()])) {
            return "passive";
        }
        if (verb.kind() == Kind.ING) {
            return "ing";
        }
        int o = j + 1;
        while (o < chunks.size() && chunks.get(o).kind() == Kind.ADVERB) {
            o++;
        }
        Kind next = o < chunks.size() ? chunks.get(o).kind() : Kind.BREAK;
        boolean stranded = next == Kind.PREPOSITION
                && STRANDED.contains(s.lower(chunks.get(o).head()))
                && o + 1 < chunks.size()
                && chunks.get(o + 1).kind() == Kind.PREPOSITION
                && "fire".equals(deeds.group(verb));
        if (stranded) {
            return "passive";
        }
        boolean by = next == Kind.PREPOSITION && s.lower(chunks.get(o).head()).equals("by");
        boolean object = next == Kind.NOUN_PHRASE || next == Kind.PRONOUN;
        return by ? "passive" : object ? "subject" : "subject0";
    }
}
