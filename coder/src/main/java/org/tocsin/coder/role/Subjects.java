package org.tocsin.coder.role;

import java.util.List;
import java.util.Optional;
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

    /** Classes of verbs whose past form without an object is a passive in a headline. */
    private static final Set<String> SUFFERED =
            Set.of("kill", "wound", "shoot", "attack", "bomb", "burn", "damage", "abduct", "stab", "rob");

    /** Of those verbs, the ones that have no object. */
    private static final Set<String> ALONE = Set.of(
            "explode",
            "detonate",
            "blast",
            "blow",
            "rip",
            "tear",
            "clash",
            "fight",
            "battle",
            "engage",
            "rampage",
            "collapse",
            "sink",
            "crumble",
            "disappear",
            "strike");

    /** Behind "under fire" these say what somebody is criticised for. */
    private static final Set<String> CRITICISED = Set.of("over", "for");

    private static final Set<String> ITSELF = Set.of("it", "its", "we", "our");
    private static final Set<String> THEY = Set.of("they", "their", "he", "his");

    private final TaggedSentence s;
    private final List<Chunk> chunks;
    private final Deeds deeds;
    private final Victims victims;
    private final Aims aims;

    Subjects(TaggedSentence s, List<Chunk> chunks, Deeds deeds, Victims victims, Aims aims) {
        this.s = s;
        this.chunks = chunks;
        this.deeds = deeds;
        this.victims = victims;
        this.aims = aims;
    }

    /**
     * Steps over prepositional phrases, lists, appositions and brackets to the verb that the k-th chunk is subject of, and
     * adds what it is to it.
     */
    void add(int k, List<Relation> all) {
        if (isUnderFire(k + 1)) {
            all.add(new Relation("attack", "attack", "passive"));
            return;
        }
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
                    if (isFound(j)) {
                        all.add(deeds.verb(chunks.get(j + 1), "passive" + (plain ? "" : "~")));
                        return;
                    }
                    all.add(ofVerb(k, j, (relative ? "who-" : "") + subjectLink(chunk, j) + (plain ? "" : "~")));
                    ownDeed(j).ifPresent(all::add);
                    if (chunk.kind() == Kind.ING && isPassiveAfterObject(j)) {
                        all.add(deeds.verb(chunks.get(j + 2), "passive"));
                    } else if (relative || chunk.kind() == Kind.ING) {
                        afterClause(j, plain ? "" : "~", all);
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

    /** What the k-th chunk is to a verb behind it; only its own subject "is the target" or "was among the dead". */
    private Relation ofVerb(int k, int verb, String link) {
        Relation plain = deeds.verb(chunks.get(verb), link);
        return deeds.clause().subject(verb) != k && !link.startsWith("who-")
                ? plain
                : victims.among(k, verb).or(() -> aims.of(k, verb)).orElse(plain);
    }

    /**
     * What who speaks says that he himself did: "said it had carried out the attack", "said in a statement that its men were
     * behind the raid". Of "they" it is open whether those who speak are meant.
     */
    private Optional<Relation> ownDeed(int verb) {
        if (chunks.get(verb).kind() != Kind.ACTIVE || !"say".equals(deeds.group(chunks.get(verb)))) {
            return Optional.empty();
        }
        int end = Math.min(chunks.size() - 1, verb + REACH);
        for (int j = verb + 1; j < end; j++) {
            Chunk chunk = chunks.get(j);
            String first = s.lower(chunk.begin());
            boolean own = ITSELF.contains(first) && (chunk.kind() == Kind.PRONOUN || chunk.isNounPhrase());
            boolean any = THEY.contains(first) && (chunk.kind() == Kind.PRONOUN || chunk.isNounPhrase());
            if ((own || any) && !isPlace(j)) {
                return does(j + 1)
                        ? Optional.of(
                                own
                                        ? Relation.outright("claim", "say", "subject")
                                        : new Relation("say-claim", "say", "subject"))
                        : Optional.empty();
            }
            if (chunk.isVerb() || chunk.kind() == Kind.BREAK || chunk.kind() == Kind.CONJUNCTION) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "Said on [its] website that". */
    private boolean isPlace(int k) {
        return chunks.get(k - 1).kind() == Kind.PREPOSITION;
    }

    /** The next verb there tells of violence done. */
    private boolean does(int from) {
        int j = from;
        while (j < chunks.size() && chunks.get(j).kind() == Kind.ADVERB) {
            j++;
        }
        if (j >= chunks.size() || chunks.get(j).kind() != Kind.ACTIVE || isDefence(chunks.get(j))) {
            return false;
        }
        String group = deeds.verb(chunks.get(j), "subject").group();
        if (deeds.isAvenging(chunks.get(j))) {
            return true;
        }
        return EventWords.isViolent(group) || group.equals("blame") || group.equals("fire");
    }

    /** "shot down 38 drones". */
    private boolean isDefence(Chunk verb) {
        return s.lemmas()[verb.head()].equals("shoot")
                && s.lower(verb.end() - 1).equals("down");
    }

    /** "gunmen [who had set up a checkpoint] abducted", "men [riding in a car] fired": the verb behind the clause is theirs, too. */
    private void afterClause(int verb, String far, List<Relation> all) {
        for (int j = verb + 1; j < Math.min(chunks.size(), verb + REACH); j++) {
            Chunk chunk = chunks.get(j);
            switch (chunk.kind()) {
                case ACTIVE, PASSIVE -> {
                    all.add(deeds.verb(chunk, subjectLink(chunk, j) + far));
                    return;
                }
                case RELATIVE, SUBORDINATOR, PRONOUN, BREAK, CONJUNCTION, ING -> {
                    return;
                }
                default -> {
                    // on
                }
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
        return s.lemmas()[chunks.get(j).head()].equals("come") && isUnder(j + 1);
    }

    /** "Was [found] shot dead", "[found] murdered in": what was done is told behind it. Not "found kidnapped girls". */
    private boolean isFound(int j) {
        return s.lemmas()[chunks.get(j).head()].equals("find")
                && j + 1 < chunks.size()
                && (chunks.get(j + 1).kind() == Kind.PASSIVE
                        || chunks.get(j + 1).kind() == Kind.ACTIVE)
                && !(j + 2 < chunks.size() && chunks.get(j + 2).isNounPhrase())
                && EventWords.isViolent(deeds.group(chunks.get(j + 1)));
    }

    /** "Patrol under fire near": a headline leaves out that it came. Not "Police under fire over the raid". */
    private boolean isUnderFire(int j) {
        boolean criticised = j + 2 < chunks.size()
                && CRITICISED.contains(s.lower(chunks.get(j + 2).head()));
        return s.sentence().isTitle() && isUnder(j) && !criticised;
    }

    private boolean isUnder(int j) {
        return j + 1 < chunks.size()
                && s.lower(chunks.get(j).head()).equals("under")
                && (deeds.isEvent(chunks.get(j + 1))
                        || SHOWERS.contains(s.lemmas()[chunks.get(j + 1).head()]));
    }

    /** "Convoy ambushed near the border", "Church torched": a headline leaves out the "was". Not "Bomb exploded near". */
    private boolean isSufferedInTitle(Chunk verb, int behind) {
        Kind next = behind < chunks.size() ? chunks.get(behind).kind() : Kind.BREAK;
        String lemma = s.lemmas()[verb.head()];
        boolean past =
                !s.lower(verb.head()).equals(lemma) && !s.lower(verb.head()).endsWith("s");
        return s.sentence().isTitle()
                && past
                && verb.begin() == verb.head()
                && next != Kind.NOUN_PHRASE
                && next != Kind.PRONOUN
                && next != Kind.RELATIVE
                && next != Kind.SUBORDINATOR
                && SUFFERED.contains(String.valueOf(deeds.group(verb)))
                && !ALONE.contains(lemma);
    }

    /** An adverb or time between a verb and its object: "attacked [on Friday] a market". */
    private boolean isBesides(int k) {
        Kind kind = chunks.get(k).kind();
        return kind == Kind.ADVERB
                || kind == Kind.TIME
                || (kind == Kind.PREPOSITION
                        && k + 1 < chunks.size()
                        && chunks.get(k + 1).kind() == Kind.TIME);
    }

    private String subjectLink(Chunk verb, int j) {
        if (verb.kind() == Kind.PASSIVE || DYING.contains(s.lemmas()[verb.head()])) {
            return "passive";
        }
        if (verb.kind() == Kind.ING) {
            return "ing";
        }
        int o = j + 1;
        while (o < chunks.size() && isBesides(o)) {
            o++;
        }
        Kind next = o < chunks.size() ? chunks.get(o).kind() : Kind.BREAK;
        boolean stranded = next == Kind.PREPOSITION
                && STRANDED.contains(s.lower(chunks.get(o).head()))
                && o + 1 < chunks.size()
                && chunks.get(o + 1).kind() == Kind.PREPOSITION
                && "fire".equals(deeds.group(verb));
        if (stranded || isSufferedInTitle(verb, o)) {
            return "passive";
        }
        boolean by = next == Kind.PREPOSITION && s.lower(chunks.get(o).head()).equals("by");
        boolean object = next == Kind.NOUN_PHRASE || next == Kind.PRONOUN;
        return by ? "passive" : object ? "subject" : "subject0";
    }
}
