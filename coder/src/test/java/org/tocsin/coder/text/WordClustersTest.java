package org.tocsin.coder.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.text.WordClusters.Cluster;

class WordClustersTest {
    private static final WordClusters CLUSTERS = WordClusters.load();

    @Test
    void shouldPutWordsOfLikeUseIntoOneCluster() {
        assertThat(Stream.of("rocket", "rockets", "helicopter").map(CLUSTERS::of))
                .containsOnly(CLUSTERS.of("warplanes"));
        assertThat(CLUSTERS.of("embassy")).isEqualTo(CLUSTERS.of("consulate")).isNotEqualTo(CLUSTERS.of("rocket"));
    }

    @Test
    void shouldJoinFineClustersInCoarserOnes() {
        Cluster embassy = CLUSTERS.of("embassy");
        Cluster troops = CLUSTERS.of("troops");
        Cluster gunmen = CLUSTERS.of("gunmen");

        assertThat(troops.fine()).isNotEqualTo(gunmen.fine());
        assertThat(troops.middle()).isEqualTo(gunmen.middle()).isNotEqualTo(embassy.middle());
    }

    @Test
    void shouldKnowNoClusterOfRareWords() {
        assertThat(CLUSTERS.of("tocsinly")).isEqualTo(Cluster.UNKNOWN);
    }
}
