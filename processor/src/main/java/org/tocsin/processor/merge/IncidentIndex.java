package org.tocsin.processor.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The open incidents of one task in memory, and which of them a report may belong to: those that share its rarest words
 * and names, its town, or its region and day. Lists are capped, so that a report costs the same whether 5,000 or 50,000
 * incidents are open. Rebuilt from the store when a task starts. Not thread-safe.
 */
public final class IncidentIndex {
    /** Most incidents that a report is compared with in full. */
    static final int CANDIDATES = 24;

    private final Map<String, Integer> slots = new HashMap<>();
    private final List<Profile> profiles = new ArrayList<>();
    private final List<Integer> free = new ArrayList<>();
    private final Postings postings = new Postings();
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
        if (scores.length < profiles.size()) {
            scores = new float[profiles.size() * 2];
        }
        int[] touched = new int[64];
        int count = 0;
        for (IndexKey key : IndexKey.asked(profile)) {
            for (int slot : postings.get(key.value())) {
                if (scores[slot] == 0) {
                    touched = count == touched.length ? Arrays.copyOf(touched, count * 2) : touched;
                    touched[count++] = slot;
                }
                scores[slot] += key.weight();
            }
        }
        return best(Arrays.copyOf(touched, count), profile.id);
    }

    private List<Profile> best(int[] touched, String self) {
        List<Integer> order = new ArrayList<>(touched.length);
        for (int slot : touched) {
            order.add(slot);
        }
        // Ids break ties, so that the answer does not depend on how the index was filled.
        order.sort(Comparator.<Integer>comparingDouble(slot -> -scores[slot])
                .thenComparing(slot -> profiles.get(slot).id));
        List<Profile> best = new ArrayList<>();
        for (int slot : order) {
            if (best.size() < CANDIDATES && !profiles.get(slot).id.equals(self)) {
                best.add(profiles.get(slot));
            }
            scores[slot] = 0;
        }
        return best;
    }
}
