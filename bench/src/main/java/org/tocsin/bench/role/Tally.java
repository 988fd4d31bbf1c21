package org.tocsin.bench.role;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Right, given and wanted entities over documents, counted as the scoreboard counts them. */
final class Tally {
    private int right;
    private int given;
    private int wanted;

    void add(GoldRoles gold, List<String> phrases) {
        List<GoldRoles.GoldEntity> united = new ArrayList<>();
        phrases.forEach(phrase -> GoldRoles.add(united, List.of(phrase), false));
        Set<Integer> used = new HashSet<>();
        for (GoldRoles.GoldEntity entity : united) {
            int hit = hit(gold, entity, used);
            boolean neutral = hit >= 0 && gold.entities().get(hit).optional();
            if (hit >= 0) {
                used.add(hit);
            }
            given += neutral ? 0 : 1;
            right += hit >= 0 && !neutral ? 1 : 0;
        }
        wanted += (int) gold.entities().stream().filter(e -> !e.optional()).count();
    }

    private static int hit(GoldRoles gold, GoldRoles.GoldEntity entity, Set<Integer> used) {
        for (int i = 0; i < gold.entities().size(); i++) {
            if (!used.contains(i) && EntityMatch.same(gold.entities().get(i).alternatives(), entity.alternatives())) {
                return i;
            }
        }
        return -1;
    }

    double f1() {
        return given + wanted == 0 ? 0 : 2.0 * right / (given + wanted);
    }

    double recall() {
        return wanted == 0 ? 0 : (double) right / wanted;
    }

    @Override
    public String toString() {
        double precision = given == 0 ? 0 : (double) right / given;
        return String.format(Locale.ROOT, "P %.3f R %.3f F1 %.3f of %d", precision, recall(), f1(), wanted);
    }
}
