package org.tocsin.coder.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.coder.WeaponType;
import org.tocsin.coder.place.Nations;

/** The noun phrases of a sentence that may play a role, also those inside others: "army" in "the army's attack". */
final class MentionFinder {
    /** Tokens before the head; what is longer is a list without commas. */
    private static final int LONGEST = 9;

    /** Characters of "U.S." and "UAE", which stand before nouns as adjectives do; "Iraq" and "Mali" pass for such, too. */
    private static final int LONGEST_ACRONYM = 4;

    private final TaggedSentence s;
    private final List<Chunk> chunks;
    private final Relations relations;
    private final VehicleWeapons vehicles;
    private final GroupNames groupNames;
    private final RoleLexicon lexicon;
    private final List<Mention> found = new ArrayList<>();

    /** After the last token of a group's name of several phrases; those inside are nobody else: "Movement for [Justice]". */
    private int nameUntil;

    private MentionFinder(TaggedSentence s, RoleLexicon lexicon) {
        this.s = s;
        this.lexicon = lexicon;
        this.groupNames = new GroupNames(lexicon);
        this.chunks = Chunker.chunk(s);
        this.relations = new Relations(s, chunks, lexicon);
        this.vehicles = new VehicleWeapons(s, chunks, lexicon);
    }

    static List<Mention> find(TaggedSentence s, RoleLexicon lexicon) {
        MentionFinder finder = new MentionFinder(s, lexicon);
        for (int k = 0; k < finder.chunks.size(); k++) {
            if (finder.chunks.get(k).isNounPhrase()) {
                finder.phrase(k);
            }
        }
        return finder.found;
    }

    private void phrase(int k) {
        Chunk chunk = chunks.get(k);
        if (k >= 2 && isQuantityOf(k - 2)) {
            weaponsIn(chunk, k);
            return;
        }
        if (isKeywords(chunk) || vehicles.isLoad(k) || chunk.begin() < nameUntil) {
            return;
        }
        int begin = contentBegin(chunk);
        int end = chunk.end();
        int head = chunk.head();
        if (k + 2 < chunks.size() && isOf(k + 1) && chunks.get(k + 2).isNounPhrase()) {
            Chunk inner = chunks.get(k + 2);
            if (isQuantityOf(k)) {
                head = inner.head();
                end = inner.end();
                begin = chunk.begin();
            } else if (takesOf(chunk) && !isDoing(inner) && !isAccused(chunk, inner)) {
                end = inner.end();
            }
        }
        end = nameEnd(k, head, end);
        if (s.tag(head) != Tag.NOUN) {
            return;
        }
        weaponsIn(chunk, k);
        WeaponNames.Match weapon = lexicon.weapons().endingAt(s, begin, head + 1);
        if (begin > head || head - begin >= LONGEST) {
            return;
        }
        List<Relation> own = relations.of(k);
        Optional<HeadNouns.Entry> noun = groupNames.find(s, begin, head, own).or(() -> NamedSites.find(s, chunk, own));
        int harm = Partitives.harmOfSome(s, chunks, k, lexicon);
        if (harm >= 0) {
            own.add(relations.deeds().verb(chunks.get(harm), "object"));
        }
        vehicles.tell(k, relations, own);
        if (vehicles.load(k) >= 0) {
            end = chunks.get(vehicles.load(k)).end();
        }
        WeaponType type = weapon == null ? vehicles.of(k) : weapon.type();
        found.add(new Mention(s, begin, end, head, noun, type, Mention.Part.WHOLE, own));
        if (s.names()[head]
                && end > chunk.end()
                && noun.filter(n -> n.group().equals("faction")).isPresent()) {
            nameUntil = end;
        }
        owner(chunk);
        modifier(chunk);
        if (weapon != null) {
            sender(chunk, own);
        }
    }

    /** "Tags Syria Aleppo Rebels", which pages put between title and text: nobody of that name is told of. */
    private boolean isKeywords(Chunk chunk) {
        for (int i = chunk.begin(); i < chunk.head(); i++) {
            if (s.lower(i).equals("tags") && s.token(i + 1).isCapitalized()) {
                return true;
            }
        }
        return false;
    }

    private boolean isOf(int k) {
        return chunks.get(k).kind() == Chunk.Kind.PREPOSITION
                && s.lower(chunks.get(k).head()).equals("of");
    }

    /** "[Movement] for Justice in Darfur", "[Army of Men] of the Hills": names go on behind prepositions with capitals. */
    private int nameEnd(int k, int head, int end) {
        if (!s.token(head).isCapitalized() || !s.names()[head] || isNameOfPerson(chunks.get(k))) {
            return end;
        }
        int goesOn = end;
        for (int p = k + 1; p + 1 < chunks.size() && isNamePart(p); p += 2) {
            goesOn = Math.max(goesOn, chunks.get(p + 1).end());
            if (goesOn - head > LONGEST) {
                return end;
            }
        }
        return goesOn;
    }

    /** "Colonel Ahmed Salem", "John Arden": what they are of is another's name, and no part of theirs. */
    private boolean isNameOfPerson(Chunk chunk) {
        int head = chunk.head();
        if (!s.names()[head] || lexicon.heads().find(s, chunk.begin(), head).isPresent()) {
            return false;
        }
        for (int i = chunk.begin(); i < head; i++) {
            if (s.token(i).isCapitalized()
                    && (lexicon.heads().isPerson(s.lower(i))
                            || lexicon.words().idioms().is("GIVEN-NAMES", s.lower(i)))) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamePart(int p) {
        Chunk preposition = chunks.get(p);
        Chunk inner = chunks.get(p + 1);
        return preposition.kind() == Chunk.Kind.PREPOSITION
                && lexicon.words().idioms().is("IN-NAMES", s.lower(preposition.head()))
                && inner.isNounPhrase()
                && s.token(inner.head()).isCapitalized();
    }

    private boolean isQuantityOf(int k) {
        Chunk chunk = chunks.get(k);
        return chunk.isNounPhrase()
                && k + 2 < chunks.size()
                && isOf(k + 1)
                && chunks.get(k + 2).isNounPhrase()
                && (lexicon.phrases().isQuantity(s.lemmas()[chunk.head()]) || s.tag(chunk.head()) == Tag.NUMBER);
    }

    /** "members of the front", "mayor of the town": the of-phrase says which. */
    private boolean takesOf(Chunk chunk) {
        return (s.names()[chunk.head()] && !isNameOfPerson(chunk))
                || lexicon.heads()
                        .find(s, chunk.begin(), chunk.head())
                        .filter(entry -> !entry.group().equals("area"))
                        .isPresent();
    }

    /** "Of killing": what they did or are accused of and no part of their name. */
    private boolean isDoing(Chunk inner) {
        return s.lower(inner.begin()).endsWith("ing");
    }

    /**
     * "[Accused the regime] of an offensive", "suspects of a robbery". Of victims and survivors it says which they are; a
     * capital begins a name: "Army of Conquest".
     */
    private boolean isAccused(Chunk chunk, Chunk inner) {
        return lexicon.heads()
                        .find(s, chunk.begin(), chunk.head())
                        .filter(entry -> RoleFeatures.ARMED.contains(entry.group()))
                        .isPresent()
                && !s.token(inner.head()).isCapitalized()
                && lexicon.events().isDeed(s.lemmas()[inner.head()]);
    }

    /** Without articles, possessives and quotation marks. */
    private int contentBegin(Chunk chunk) {
        int begin = chunk.begin();
        while (begin < chunk.head() && isLead(s.tag(begin))) {
            begin++;
        }
        return begin;
    }

    private static boolean isLead(Tag tag) {
        return tag == Tag.DETERMINER || tag == Tag.POSSESSIVE || tag == Tag.QUOTE || tag == Tag.ADVERB;
    }

    /** Weapons named before the head: the rocket of "rocket attack"; weapons as heads are whole mentions. */
    private void weaponsIn(Chunk chunk, int k) {
        WeaponNames.Match whole = lexicon.weapons().endingAt(s, chunk.begin(), chunk.head() + 1);
        int end = whole == null ? chunk.head() : whole.begin();
        while (end > chunk.begin()) {
            WeaponNames.Match match = lexicon.weapons().endingAt(s, chunk.begin(), end);
            if (match != null) {
                List<Relation> own = new ArrayList<>(relations.of(k));
                own.add(relations.deeds().noun(chunk, "mod"));
                found.add(new Mention(
                        s,
                        match.begin(),
                        match.end(),
                        match.end() - 1,
                        Optional.empty(),
                        match.type(),
                        Mention.Part.MODIFIER,
                        own));
                end = match.begin();
            } else {
                end--;
            }
        }
    }

    private void owner(Chunk chunk) {
        for (int i = chunk.begin(); i < chunk.head(); i++) {
            if (Tagger.isPossessive(s.lower(i)) && s.tag(i) == Tag.NOUN) {
                int begin = contentBegin(chunk);
                if (begin <= i) {
                    found.add(part(
                            begin,
                            i + 1,
                            Mention.Part.OWNER,
                            List.of(relations.deeds().noun(chunk, "owner"))));
                }
                return;
            }
        }
    }

    /** The doer or the done-to before an event noun. */
    private void modifier(Chunk chunk) {
        for (int e = chunk.begin() + 1; e <= chunk.head(); e++) {
            String group = lexicon.events().noun(s.lemmas()[e]);
            if (EventWords.isViolent(group) && s.tag(e) == Tag.NOUN) {
                int end = e;
                while (end > chunk.begin() && isMeans(end - 1)) {
                    end--;
                }
                int begin = modifierBegin(chunk, end);
                if (begin < end && !Tagger.isPossessive(s.lower(end - 1)) && !isCountry(begin, end)) {
                    Relation relation =
                            new Relation("n-" + group, s.lemmas()[e], DoneTo.link(s, begin, end, e, lexicon));
                    found.add(part(begin, end, Mention.Part.MODIFIER, List.of(relation)));
                }
                return;
            }
        }
    }

    /** "Syria attack" says where; "US strike" and "Syrian strike" say whose. */
    private boolean isCountry(int begin, int end) {
        return s.token(begin).lower().length() > LONGEST_ACRONYM
                && lexicon.nations()
                        .at(s.sentence().tokens(), begin, false)
                        .filter(match -> match.end() == end && match.value().kind() == Nations.Kind.COUNTRY)
                        .isPresent();
    }

    /** Whose weapon it is: "[Russian] artillery shelled", "a bus was hit by [Ukrainian] drones". What it did, they did. */
    private void sender(Chunk chunk, List<Relation> own) {
        for (int i = chunk.begin(); i < chunk.head(); i++) {
            if (s.nations()[i] != null) {
                int end = i + 1;
                while (end < chunk.head() && s.nations()[end] != null) {
                    end++;
                }
                found.add(part(i, end, Mention.Part.MODIFIER, own));
                return;
            }
        }
    }

    private boolean isMeans(int i) {
        return lexicon.phrases().isMeans(s.lemmas()[i])
                || lexicon.weapons().endingAt(s, i, i + 1) != null
                || (s.tag(i) == Tag.ADJECTIVE && s.nations()[i] == null);
    }

    private int modifierBegin(Chunk chunk, int end) {
        int begin = end;
        while (begin > chunk.begin()
                && (s.tag(begin - 1) == Tag.NOUN || s.nations()[begin - 1] != null)
                && !Tagger.isPossessive(s.lower(begin - 1))) {
            begin--;
        }
        return begin;
    }

    private Mention part(int begin, int end, Mention.Part part, List<Relation> own) {
        return new Mention(s, begin, end, end - 1, groupNames.find(s, begin, end - 1, own), null, part, own);
    }
}
