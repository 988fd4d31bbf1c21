package org.tocsin.coder.role;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.coder.TargetType;
import org.tocsin.coder.role.Chunk.Kind;

/**
 * Reads from the order of chunks what each noun phrase is to the verbs and event nouns near it: subject, object, after a
 * preposition, one of a list. No parse: a few steps to the left and to the right of each phrase.
 */
final class Relations {
    private final TaggedSentence s;
    private final List<Chunk> chunks;
    private final Deeds deeds;
    private final HeadNouns heads;
    private final Idioms idioms;
    private final Clause clause;
    private final Lists lists;
    private final Victims victims;
    private final Aims aims;
    private final Subjects subjects;
    private final Attribution attribution;
    private final List<List<Relation>> left = new ArrayList<>();

    Relations(TaggedSentence s, List<Chunk> chunks, RoleLexicon lexicon) {
        this.s = s;
        this.chunks = chunks;
        this.deeds = new Deeds(s, new Clause(s, chunks), lexicon);
        this.heads = lexicon.heads();
        this.idioms = lexicon.words().idioms();
        this.clause = deeds.clause();
        this.lists = new Lists(s, chunks, clause, lexicon);
        this.victims = new Victims(s, chunks, clause, lexicon);
        this.aims = new Aims(s, chunks, clause, lexicon);
        this.subjects = new Subjects(s, chunks, deeds, victims, aims);
        this.attribution = new Attribution(s, chunks, clause, deeds, lexicon);
        for (int k = 0; k < chunks.size(); k++) {
            left.add(chunks.get(k).isNounPhrase() ? leftOf(k) : List.of());
        }
    }

    /** Relations of the noun phrase that is the k-th chunk. */
    List<Relation> of(int k) {
        List<Relation> all = new ArrayList<>(left.get(k));
        subjects.add(k, all);
        attribution.of(k).ifPresent(all::add);
        if (deeds.denials().isOfNeither(chunks.get(k))) {
            all.replaceAll(relation -> relation.namesDoer() ? Relation.cleared(relation.word()) : relation);
        }
        return all;
    }

    private List<Relation> leftOf(int k) {
        List<Relation> found = new ArrayList<>();
        int j = clause.back(k - 1);
        if (j < 0) {
            found.add(new Relation("-", "-", "start"));
            return found;
        }
        Chunk before = chunks.get(j);
        switch (before.kind()) {
            case PREPOSITION -> afterPreposition(j, found);
            case ACTIVE, ING, PASSIVE -> found.add(behind(j, chunks.get(k)));
            case CONJUNCTION, COMMA -> {
                if (before.kind() == Kind.COMMA && isSpeaker(k)) {
                    found.add(new Relation("-", "-", "speaker"));
                } else {
                    listed(j, k, found);
                }
            }
            case PRONOUN -> {
                int whole = lists.isAmongThem(j) ? lists.counted(j - 2, k) : Partitives.whole(s, chunks, j);
                part(whole, "incl-", found);
            }
            case BREAK -> bracketed(j, k, found);
            case SUBORDINATOR -> victims.namedAs(j).ifPresent(found::add);
            default -> {
                // said below
            }
        }
        if (found.isEmpty()) {
            found.add(new Relation("-", "-", before.kind().name()));
        }
        return found;
    }

    /** What a phrase is to the verb right before it. */
    private Relation behind(int verb, Chunk phrase) {
        Chunk chunk = chunks.get(verb);
        if (isTallied(verb)) {
            return new Relation("kill", "die", "object");
        }
        if (isCollision(verb)) {
            return new Relation("other", s.lemmas()[chunk.head()], "object");
        }
        return victims.behind(verb, phrase)
                .or(() -> aims.behind(verb))
                .orElseGet(() -> deeds.verb(chunk, chunk.kind() == Kind.PASSIVE ? "after" : "object"));
    }

    /** What those who were named before are, some of them are, too; of some of some the same is said once. */
    private void part(int whole, String mark, List<Relation> found) {
        if (whole >= 0) {
            List<Relation> all = new ArrayList<>(left.get(whole));
            subjects.add(whole, all);
            all.stream()
                    .filter(relation -> !relation.group().equals("-"))
                    .map(relation -> relation.isPart() ? relation : relation.as(mark))
                    .distinct()
                    .forEach(found::add);
        }
    }

    /** "A lorry struck a bus", and not "rockets struck a bus". */
    private boolean isCollision(int verb) {
        int subject = clause.back(verb - 1);
        return idioms.is("COLLIDING", s.lemmas()[chunks.get(verb).head()])
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
        int h = clause.back(j - 1);
        if (h == j - 1 && h >= 0 && chunks.get(h).kind() == Kind.PREPOSITION) {
            preposition = s.lower(chunks.get(h).head()) + "-" + preposition;
            h = clause.back(h - 1);
        }
        if (h >= 0 && chunks.get(h).kind() == Kind.COMMA) {
            h = clause.back(h - 1);
        }
        if (h >= 0 && idioms.is("INCLUDING", preposition)) {
            int counted = lists.counted(j, j + 1);
            int whole = counted < 0 && chunks.get(h).isNounPhrase() ? h : counted;
            if (whole >= 0) {
                left.get(whole).forEach(relation -> found.add(relation.isPart() ? relation : relation.as("incl-")));
                return;
            }
        }
        if (preposition.equals("of") && aims.isOnLife(h)) {
            found.add(Aims.onLife());
            return;
        }
        aims.after(j).ifPresent(found::add);
        if (!found.isEmpty()) {
            return;
        }
        if (h >= 0 && isToldOfTheDead(h, preposition)) {
            found.add(new Relation("kill", "die", "object"));
            return;
        }
        boolean near = true;
        for (int steps = 0; h >= 0 && steps < Subjects.REACH; steps++, h = clause.back(h - 1)) {
            Chunk host = chunks.get(h);
            if (host.kind() == Kind.BREAK || host.kind() == Kind.SUBORDINATOR) {
                break;
            }
            if (host.isVerb()) {
                String voice = host.kind() == Kind.PASSIVE ? "was-" : "";
                found.add(deeds.verb(host, voice + preposition + (near ? "" : "~")));
                break;
            }
            if (host.isNounPhrase() && (near || deeds.isEvent(host))) {
                found.add(deeds.noun(host, preposition + (near ? "" : "~")));
            }
            near = near && !host.isNounPhrase();
        }
        if (found.isEmpty()) {
            found.add(new Relation("-", "-", preposition));
        }
    }

    /** "claimed the lives [of]", "the bodies [of]", "a toll [of]", "the toll rose [to]". */
    private boolean isToldOfTheDead(int host, String preposition) {
        Chunk chunk = chunks.get(host);
        if (chunk.isNounPhrase() && preposition.equals("of")) {
            int verb = clause.back(host - 1);
            boolean lives = s.lemmas()[chunk.head()].equals("life")
                    && verb >= 0
                    && chunks.get(verb).isVerb()
                    && deeds.verb(chunks.get(verb), "object").group().equals("kill");
            return lives || idioms.is("THE-DEAD", s.lower(chunk.head()));
        }
        return preposition.equals("to") && (isToll(host) || isTallied(host));
    }

    /** "The toll [reached]", and not "who raised the toll [blamed]". */
    private boolean isTallied(int verb) {
        Chunk chunk = chunks.get(verb);
        return chunk.isVerb() && idioms.is("TALLYING", s.lemmas()[chunk.head()]) && isToll(clause.back(verb - 1));
    }

    private boolean isToll(int k) {
        return k >= 0
                && chunks.get(k).isNounPhrase()
                && s.lower(chunks.get(k).head()).equals("toll");
    }

    /** "X and Y", "X, Y": what X is, Y is too. */
    private void listed(int j, int k, List<Relation> found) {
        int h = lists.before(j, k);
        boolean then = idioms.is("GOING-ON", s.lower(chunks.get(k).begin() - 1));
        boolean and = then || chunks.get(j).kind() == Kind.CONJUNCTION || (h >= 0 && lists.goesOn(h, k));
        String mark = and ? "&" : ",";
        if (h >= 0) {
            for (Relation relation : left.get(h)) {
                found.add(relation.link().startsWith(mark) ? relation : relation.as(mark));
            }
        }
        if (found.isEmpty()) {
            found.add(new Relation("-", "-", mark));
        }
    }

    /** "..., a police colonel in the town said", "police and residents said": who tells it is none of those before the comma. */
    private boolean isSpeaker(int k) {
        int j = k + 1;
        while (j + 1 < chunks.size()
                && (chunks.get(j).kind() == Kind.PREPOSITION || chunks.get(j).kind() == Kind.CONJUNCTION)
                && chunks.get(j + 1).isNounPhrase()) {
            j += 2;
        }
        return j < chunks.size() && chunks.get(j).kind() == Kind.ACTIVE && deeds.isSpeaking(chunks.get(j));
    }

    private void bracketed(int j, int k, List<Relation> found) {
        String mark = s.lower(chunks.get(j).head());
        int h = clause.back(j - 1);
        if ((mark.equals("(") || mark.equals("[")) && h >= 0 && chunks.get(h).isNounPhrase()) {
            left.get(h).forEach(relation -> found.add(relation.as("(")));
        } else if (lists.isOpenedBy(j, k) && !isSpeaker(k)) {
            part(lists.counted(j, k), "&", found);
            found.replaceAll(relation -> relation.link().equals("&passive")
                    ? new Relation(relation.group(), relation.word(), "&object")
                    : relation);
        }
        if (found.isEmpty()) {
            found.add(new Relation("-", "-", "break"));
        }
    }

    /** What verbs and nouns of the sentence tell. */
    Deeds deeds() {
        return deeds;
    }
}
