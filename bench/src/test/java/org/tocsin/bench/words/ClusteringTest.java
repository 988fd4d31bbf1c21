package org.tocsin.bench.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClusteringTest {
    private static final float[][] ROWS = {
        {1, 0, 0, 0}, {.8f, .6f, 0, 0}, {0, 0, 1, 0}, {0, 0, .6f, .8f}, {.96f, .28f, 0, 0}
    };

    @Test
    void shouldPutRowsOfLikeDirectionTogether() {
        Clustering clustering = Clustering.of(ROWS, ROWS.length, 2, 5);

        assertThat(clustering.of(ROWS[0])).isEqualTo(clustering.of(ROWS[1])).isEqualTo(clustering.of(ROWS[4]));
        assertThat(clustering.of(ROWS[2])).isEqualTo(clustering.of(ROWS[3])).isNotEqualTo(clustering.of(ROWS[0]));
    }

    @Test
    void shouldLearnFromTheFirstRowsOnlyAndPlaceTheOthers() {
        Clustering clustering = Clustering.of(ROWS, 4, 2, 5);

        assertThat(clustering.of(ROWS[4])).isEqualTo(clustering.of(ROWS[0]));
    }
}
