package org.tocsin.coder.role;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.WeaponType;

/** Vehicles of one sentence that are the weapon themselves: driven into people, or packed with explosives. */
final class VehicleWeapons {
    /** Tokens from "packed" to the explosive: "packed with some 50 kilos of plastic". */
    private static final int LONGEST_LOAD = 7;

    /** Classes of head nouns that are driven into on purpose. */
    private static final Set<String> PEOPLE = Set.of("people", "kin", "force");

    /** Classes of head nouns that are rammed. */
    private static final Set<String> RAMMED = Set.of("people", "kin", "force", "building", "vehicle");

    private static final Set<WeaponType> EXPLOSIVE =
            Set.of(WeaponType.BOMB, WeaponType.LANDMINE, WeaponType.MORTAR_ARTILLERY, WeaponType.GRENADE);

    private final TaggedSentence s;
    private final List<Chunk> chunks;
    private final RoleLexicon lexicon;
    private final Set<Integer> rammed = new HashSet<>();
    private final Map<Integer, Integer> loads = new HashMap<>();
    private final Set<Integer> loaded = new HashSet<>();

    VehicleWeapons(TaggedSentence s, List<Chunk> chunks, RoleLexicon lexicon) {
        this.s = s;
        this.chunks = chunks;
        this.lexicon = lexicon;
        for (int k = 0; k < chunks.size(); k++) {
            if (isVehicle(k)) {
                int hit = hitBy(k);
                if (hit >= 0) {
                    rammed.add(hit);
                }
                int load = loadOf(k);
                if (load >= 0) {
                    loads.put(k, load);
                    IntStream.rangeClosed(k + 1, load).forEach(loaded::add);
                }
            }
        }
    }

    /** What weapon the vehicle of the k-th chunk is; null when it is none, or no vehicle. */
    @Nullable
    WeaponType of(int k) {
        if (!isVehicle(k)) {
            return null;
        }
        return load(k) >= 0 ? WeaponType.VEHICLE_BOMB : hitBy(k) >= 0 ? WeaponType.VEHICLE : null;
    }

    /**
     * "Drove a van into a crowd" tells of the crowd that it was attacked, and of the van that it was attacked with. What
     * explosives do that a truck is packed with, the truck does.
     */
    void tell(int k, Relations relations, List<Relation> own) {
        boolean hit = rammed.contains(k);
        if (hit || of(k) == WeaponType.VEHICLE) {
            own.removeIf(relation -> isOfDriving(relation) || relation.harms());
            own.add(0, new Relation("attack", "attack", hit ? "object" : "with"));
        }
        if (load(k) >= 0) {
            own.addAll(relations.of(load(k)));
            own.removeIf(relation -> relation.word().equals(lading(k)));
        }
    }

    /** The verb between a vehicle and its load, in the base form. */
    private String lading(int vehicle) {
        int k = vehicle + 1;
        while (k < load(vehicle) && !chunks.get(k).isVerb()) {
            k++;
        }
        return lemma(k);
    }

    private boolean isOfDriving(Relation relation) {
        return lexicon.weapons().isDriving(relation.word())
                || lexicon.weapons().isRamming(relation.word())
                || lexicon.weapons().isTowards(relation.link());
    }

    private boolean isVehicle(int k) {
        return chunks.get(k).isNounPhrase() && group(k).equals("vehicle");
    }

    /** The chunk of the explosives that the vehicle of the k-th chunk is packed with; negative when it is not. */
    int load(int k) {
        return loads.getOrDefault(k, -1);
    }

    /** Of explosives that a vehicle is packed with, one weapon with it: "50 kilos", "dynamite". */
    boolean isLoad(int k) {
        return loaded.contains(k);
    }

    /** "A truck packed with [explosives]", "a car that was loaded with [dynamite]", and not "a truck loaded with grain". */
    private int loadOf(int vehicle) {
        int i = chunks.get(vehicle).end();
        while (s.tag(i) == Tag.RELATIVE || s.tag(i) == Tag.BE || s.tag(i) == Tag.HAVE || s.tag(i) == Tag.ADVERB) {
            i++;
        }
        if (i + 2 >= s.size()
                || !lexicon.weapons().isLading(s.lower(i))
                || !s.lower(i + 1).equals("with")) {
            return -1;
        }
        for (int k = vehicle + 1; k < chunks.size() && chunks.get(k).begin() < i + LONGEST_LOAD; k++) {
            Chunk chunk = chunks.get(k);
            if (chunk.begin() >= i + 2 && (chunk.isVerb() || chunk.kind() == Chunk.Kind.BREAK)) {
                return -1;
            }
            if (chunk.begin() >= i + 2 && chunk.isNounPhrase() && isExplosive(chunk)) {
                return k;
            }
        }
        return -1;
    }

    private boolean isExplosive(Chunk chunk) {
        WeaponNames.Match match = lexicon.weapons().endingAt(s, chunk.begin(), chunk.head() + 1);
        return match != null && EXPLOSIVE.contains(match.type());
    }

    /** The chunk of those whom this vehicle was driven into; negative when none. */
    private int hitBy(int k) {
        int driven = hitByDriver(k);
        return driven >= 0 ? driven : hitByItself(k);
    }

    /** "Drove [a van] into a crowd", "rammed [a lorry] into the gate of a barracks", and not "drove a van into a garage". */
    private int hitByDriver(int k) {
        if (k == 0 || !chunks.get(k - 1).isVerb() || chunks.get(k - 1).kind() == Chunk.Kind.PASSIVE) {
            return -1;
        }
        return hit(k + 1, lemma(k - 1));
    }

    /** "[A lorry] ploughed into a market", "[a car] was driven at soldiers", "[a truck] rammed a bus". */
    private int hitByItself(int k) {
        int verb = k + 1;
        if (verb + 1 >= chunks.size() || !chunks.get(verb).isVerb()) {
            return -1;
        }
        boolean passive = chunks.get(verb).kind() == Chunk.Kind.PASSIVE;
        if (lexicon.weapons().isRamming(lemma(verb))
                && !passive
                && chunks.get(verb + 1).isNounPhrase()) {
            return harmed(lemma(verb)).contains(group(verb + 1)) ? verb + 1 : -1;
        }
        boolean itself = passive || lexicon.weapons().isRamming(lemma(verb));
        return itself ? hit(verb + 1, lemma(verb)) : -1;
    }

    /** The chunk behind "into" at p when the verb and what stands there make it an attack; else negative. */
    private int hit(int p, String verb) {
        boolean towards = p + 1 < chunks.size()
                && chunks.get(p).kind() == Chunk.Kind.PREPOSITION
                && lexicon.weapons().isTowards(s.lower(chunks.get(p).head()))
                && chunks.get(p + 1).isNounPhrase();
        if (!towards) {
            return -1;
        }
        int at = measured(p + 1);
        return harmed(verb).contains(group(at)) ? at : -1;
    }

    /** Classes of head nouns that are attacked when a vehicle does this to them. */
    private Set<String> harmed(String verb) {
        boolean ramming = lexicon.weapons().isRamming(verb);
        boolean people = lexicon.weapons().isDriving(verb) || lexicon.weapons().isCrashing(verb);
        return people ? PEOPLE : ramming ? RAMMED : Set.of();
    }

    /** The people of "a group of people" and the barracks of "the gate of a barracks". */
    private int measured(int k) {
        boolean of = k + 2 < chunks.size()
                && s.lower(chunks.get(k + 1).head()).equals("of")
                && chunks.get(k + 2).isNounPhrase();
        boolean measures = lexicon.phrases().isQuantity(lemma(k)) || group(k).equals("-");
        return of && measures ? k + 2 : k;
    }

    /** The base form of the word that the chunk hangs on. */
    private String lemma(int k) {
        return s.lemmas()[chunks.get(k).head()];
    }

    private String group(int k) {
        Chunk chunk = chunks.get(k);
        Optional<HeadNouns.Entry> noun = lexicon.heads().find(s, chunk.begin(), chunk.head());
        return noun.map(HeadNouns.Entry::group).orElse("-");
    }
}
