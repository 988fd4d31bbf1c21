package org.tocsin.coder.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.TargetType;
import org.tocsin.coder.role.Chunk.Kind;

/**
 * Reads from the order of chunks what each noun phrase is to the verbs and event nouns near it: subject, object, after a
 * preposition, one of a list. No parse: a few steps to the left and to the right of each phrase.
 */
final class Relations {
    /** Chunks looked at on the way to a verb; further ones are rarely its subject. */
    private static final int REACH = 9;

    /** Tokens after a light verb that its event noun stands within. */
    private static final int OBJECT_REACH = 6;

    /** Verbs whose subject is who suffers, as that of "was killed". */
    private static final Set<String> DYING =
            Set.of("die", "perish", "succumb", "drown", "suffer", "disappear", "collapse");

    /** "patrol fired on near the town": headlines leave out the "was". */
    private static final Set<String> STRANDED = Set.of("on", "at", "upon");

    /** What bullets and shells come in: "came under a hail of bullets". */
    private static final Set<String> SHOWERS = Set.of("fire", "gunfire", "hail", "barrage", "volley", "burst");

    /** What vehicles do by accident. */
    private static final Set<String> COLLIDING = Set.of("hit", "strike");

    /** Prepositions after which stands a part of what was named before. */
    private static final Set<String> INCLUDING = Set.of("including", "among", "like");

    private final TaggedSentence s;
    private final List<Chunk> chunks;
    private final EventWords events;
    private final HeadNouns heads;
    private final List<List<Relation>> left = new ArrayList<>();

    Relations(TaggedSentence s, List<Chunk> chunks, RoleLexicon lexicon) {
        this.s = s;
        this.chunks = chunks;
        this.events = lexicon.events();
        this.heads = lexicon.heads();
        for (int k = 0; k < chunks.size(); k++) {
            left.add(chunks.get(k).isNounPhrase() ? leftOf(k) : List.of());
        }
    }

    /** Relations of the noun phrase that is the k-th chunk. */
    List<Relation> of(int k) {
        List<Relation> all = new ArrayList<>(left.get(k));
        subject(k, all);
        return all;
    }

    private List<Relation> leftOf(int k) {
        List<Relation> found = new ArrayList<>();
        int j = back(k - 1);
        if (j < 0) {
            found.add(new Relation("-", "-", "start"));
            return found;
        }
        Chunk before = chunks.get(j);
        switch (before.kind()) {
            case PREPOSITION -> afterPreposition(j, found);
            case ACTIVE, ING, PASSIVE ->
                found.add(
                        isCollision(j)
                                ? new Relation("other", s.lemmas()[before.head()], "object")
                                : verb(before, before.kind() == Kind.PASSIVE ? "after" : "object"));
            case CONJUNCTION, COMMA -> {
                if (before.kind() == Kind.COMMA && isSpeaker(k)) {
                    found.add(new Relation("-", "-", "speaker"));
                } else {
                    listed(j, before.kind() == Kind.COMMA ? "," : "&", found);
                }
            }
            case PRONOUN -> {
                int whole = Partitives.whole(s, chunks, j);
                if (whole >= 0) {
                    left.get(whole).forEach(relation -> found.add(relation.as("incl-")));
                } else {
                    found.add(new Relation("-", "-", before.kind().name()));
                }
            }
            case BREAK -> bracketed(j, found);
            default -> found.add(new Relation("-", "-", before.kind().name()));
        }
        return found;
    }

    /** "A lorry struck a bus", and not "rockets struck a bus". */
    private boolean isCollision(int verb) {
        int subject = back(verb - 1);
        return COLLIDING.contains(s.lemmas()[chunks.get(verb).head()])
                && subject >= 0
                && chunks.get(subject).isNounPhrase()
                && heads.find(
                                s,
                                chunks.get(subject).begin(),
                                chunks.get(subject).head())
                        .filter(noun -> noun.group().equals("vehicle") && noun.type() == TargetType.TRANSPORTATION)
                        .isPresent();
    }

    private void afterPreposition(int j, List<Relation> found) {
        String preposition = s.lower(chunks.get(j).head());
        int h = back(j - 1);
        if (h == j - 1 && h >= 0 && chunks.get(h).kind() == Kind.PREPOSITION) {
            preposition = s.lower(chunks.get(h).head()) + "-" + preposition;
            h = back(h - 1);
        }
        if (h >= 0 && chunks.get(h).kind() == Kind.COMMA) {
            h = back(h - 1);
        }
        if (h >= 0 && INCLUDING.contains(preposition) && chunks.get(h).isNounPhrase()) {
            left.get(h).forEach(relation -> found.add(relation.as("incl-")));
            return;
        }
        boolean near = true;
        for (int steps = 0; h >= 0 && steps < REACH; steps++, h = back(h - 1)) {
            Chunk host = chunks.get(h);
            if (host.kind() == Kind.BREAK || host.kind() == Kind.SUBORDINATOR) {
                break;
            }
            if (host.isVerb()) {
                String voice = host.kind() == Kind.PASSIVE ? "was-" : "";
                found.add(verb(host, voice + preposition + (near ? "" : "~")));
                break;
            }
            if (host.isNounPhrase() && (near || isEvent(host))) {
                found.add(noun(host, preposition + (near ? "" : "~")));
            }
            near = near && !host.isNounPhrase();
        }
        if (found.isEmpty()) {
            found.add(new Relation("-", "-", preposition));
        }
    }

    private boolean isEvent(Chunk phrase) {
        return EventWords.isViolent(events.noun(s.lemmas()[phrase.head()]));
    }

    /** "X and Y", "X, Y": what X is, Y is too. */
    private void listed(int j, String mark, List<Relation> found) {
        int h = back(j - 1);
        if (h >= 0 && chunks.get(h).kind() == Kind.COMMA) {
            h = back(h - 1);
        }
        if (h >= 0 && chunks.get(h).isNounPhrase()) {
            for (Relation relation : left.get(h)) {
                found.add(relation.link().startsWith(mark) ? relation : relation.as(mark));
            }
        }
        if (found.isEmpty()) {
            found.add(new Relation("-", "-", mark));
        }
    }

    /** "..., a police colonel in the town said": who tells it is none of those before the comma. */
    private boolean isSpeaker(int k) {
        int j = k + 1;
        while (j + 1 < chunks.size()
                && chunks.get(j).kind() == Kind.PREPOSITION
                && chunks.get(j + 1).isNounPhrase()) {
            j += 2;
        }
        return j < chunks.size()
                && chunks.get(j).kind() == Kind.ACTIVE
                && "say".equals(events.verb(s.lemmas()[chunks.get(j).head()]));
    }

    private void bracketed(int j, List<Relation> found) {
        String mark = s.lower(chunks.get(j).head());
        int h = back(j - 1);
        if ((mark.equals("(") || mark.equals("[")) && h >= 0 && chunks.get(h).isNounPhrase()) {
            left.get(h).forEach(relation -> found.add(relation.as("(")));
        } else {
            found.add(new Relation("-", "-", "break"));
        }
    }

    /** Steps over prepositional phrases, lists, appositions and brackets to the verb that the phrase is subject of. */
    private void subject(int k, List<Relation> all) {
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
                    all.add(verb(chunk, (relative ? "who-" : "") + link + (plain ? "" : "~")));
                    if (chunk.kind() == Kind.ING && isPassiveAfterObject(j)) {
                        all.add(verb(chunks.get(j + 2), "passive"));
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
                && (isEvent(chunks.get(j + 2))
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
                && "fire".equals(events.verb(s.lemmas()[verb.head()]));
        if (stranded) {
            return "passive";
        }
        boolean by = next == Kind.PREPOSITION && s.lower(chunks.get(o).head()).equals("by");
        boolean object = next == Kind.NOUN_PHRASE || next == Kind.PRONOUN;
        return by ? "passive" : object ? "subject" : "subject0";
    }

    Relation verb(Chunk verb, String link) {
        String lemma = s.lemmas()[verb.head()];
        String done = done(verb, lemma);
        String group = done == null ? events.verb(lemma) : done;
        String own = done == null ? link : link.replace("subject0", "subject");
        return new Relation(group == null ? "other" : group, lemma, own);
    }

    /** What "carried out an attack" and "were behind the bombing" really say; null when the verb speaks for itself. */
    private @Nullable String done(Chunk verb, String lemma) {
        boolean light = "light".equals(events.verb(lemma)) || "fire".equals(events.verb(lemma));
        boolean be = s.tag(verb.head()) == Tag.BE;
        if (!light && !be) {
            return null;
        }
        // "The attack carried out by rebels" is a passive without its "was".
        boolean passive = verb.kind() == Kind.PASSIVE
                || (verb.end() < s.size() && s.lower(verb.end()).equals("by"));
        if (passive && "light".equals(events.verb(lemma))) {
            return "attack";
        }
        for (int i = verb.end(); i < Math.min(s.size(), verb.end() + OBJECT_REACH); i++) {
            Tag tag = s.tag(i);
            if (be) {
                return s.lower(i).equals("responsible") || s.lower(i).equals("behind") ? "blame" : null;
            }
            if (tag == Tag.PUNCTUATION || tag == Tag.COMMA || tag == Tag.CONJUNCTION || tag.isVerbal()) {
                return null;
            }
            String group = tag == Tag.NOUN ? events.noun(s.lemmas()[i]) : null;
            if (EventWords.isViolent(group)) {
                return group;
            }
        }
        return null;
    }

    Relation noun(Chunk phrase, String link) {
        String lemma = s.lemmas()[phrase.head()];
        String group = events.noun(lemma);
        return new Relation(group == null ? "noun" : "n-" + group, lemma, link);
    }

    /** The nearest chunk at or before j that is no adverb or time. */
    private int back(int j) {
        int i = j;
        while (i >= 0 && (chunks.get(i).kind() == Kind.ADVERB || chunks.get(i).kind() == Kind.TIME)) {
            i--;
        }
        return i;
    }
}
