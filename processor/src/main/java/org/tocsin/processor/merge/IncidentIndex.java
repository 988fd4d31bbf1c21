package org.tocsin.processor.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.coder.fingerprint.WordHash;

/**
 * The open incidents of one task in memory, and which of them a report may belong to: those that share its rarest words
 * and names, its town, or its region and day. Lists are capped, so that a report costs the same whether 5,000 or 50,000
 * incidents are open. Rebuilt from the store when a task starts. Not thread-safe.
 */
public final class IncidentIndex {
    /** Most incidents that a report is compared with in full. */
    static final int CANDIDATES = 24;
    /** Most incidents that are found at all, over all keys. */
    private static final int LOOKED_AT = 320;

    private final Map<String, Integer> slots = new HashMap<>();
    private final List<Profile> profiles = new ArrayList<>();
    private final List<Integer> free = new ArrayList<>();
    private final Postings postings = new Postings();
    /** By slot, beside the profiles: to touch hundreds of profiles only to look at their ids would miss every cache. */
    private int[] idHashes = new int[1024];

    private float[] scores = new float[1024];

    /** Incidents in it. */
    public int size() {
        return slots.size();
    }

    Optional<Profile> get(String incidentId) {
        return Optional.ofNullable(slots.get(incidentId)).map(profiles::get);
    }

    /** Adds the incident, or replaces what was known of it. */
    public void put(Profile profile) {
        remove(profile.id);
        int slot;
        if (free.isEmpty()) {
            slot = profiles.size();
            profiles.add(profile);
        } else {
            slot = free.remove(free.size() - 1);
            profiles.set(slot, profile);
        }
        slots.put(profile.id, slot);
        if (slot >= scores.length) {
            scores = new float[2 * scores.length];
            idHashes = Arrays.copyOf(idHashes, scores.length);
        }
        idHashes[slot] = WordHash.of(profile.id);
        for (IndexKey key : IndexKey.stored(profile)) {
            postings.add(key.value(), slot);
        }
    }

    /** Forgets the incident. */
    public void remove(String incidentId) {
        Integer slot = slots.remove(incidentId);
        if (slot != null) {
            for (IndexKey key : IndexKey.stored(profiles.get(slot))) {
                postings.remove(key.value(), slot);
            }
            free.add(slot);
        }
    }

    /** The incidents that share most with the profile, at most {@value #CANDIDATES}, never itself. */
    public List<Profile> candidates(Profile profile) {
        int[] touched = new int[LOOKED_AT];
        int count = 0;
        for (IndexKey key : rarestFirst(profile)) {
            int[] list = postings.get(key.value());
            // The newest of a list come last.
            for (int i = list.length - 1; i >= 0; i--) {
                int slot = list[i];
                if (scores[slot] == 0 && count < LOOKED_AT) {
                    touched[count++] = slot;
                    scores[slot] = key.weight();
                } else if (scores[slot] > 0) {
                    scores[slot] += key.weight();
                }
            }
        }
        return best(touched, count, profile.id);
    }

    /** Keys of few incidents say most; those of many only add to what these have found once that is enough. */
    private List<IndexKey> rarestFirst(Profile profile) {
        List<IndexKey> keys = IndexKey.asked(profile);
        keys.sort(Comparator.comparingInt(key -> postings.get(key.value()).length));
        return keys;
    }

    private List<Profile> best(int[] touched, int count, String self) {
        int own = slots.getOrDefault(self, -1);
        int[] best = new int[CANDIDATES];
        int size = 0;
        for (int i = 0; i < count; i++) {
            size = touched[i] == own ? size : insert(best, size, touched[i]);
        }
        List<Profile> found = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            found.add(profiles.get(best[i]));
        }
        for (int i = 0; i < count; i++) {
            scores[touched[i]] = 0;
        }
        return found;
    }

    /** Puts the slot where it belongs among the best so far, if it does; returns how many there are then. */
    private int insert(int[] best, int size, int slot) {
        int at = size;
        while (at > 0 && isBetter(slot, best[at - 1])) {
            at--;
        }
        if (at == best.length) {
            return size;
        }
        int kept = Math.min(size, best.length - 1);
        System.arraycopy(best, at, best, at + 1, kept - at);
        best[at] = slot;
        return kept + 1;
    }

    /** Ids break ties, so that the answer does not depend on how the index was filled. */
    private boolean isBetter(int slot, int other) {
        return scores[slot] > scores[other] || (scores[slot] == scores[other] && idHashes[slot] < idHashes[other]);
    }
}
