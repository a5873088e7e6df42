package dev.slipway.verify.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.Tree;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    @ParameterizedTest
    @CsvSource({
        "resources.requests.cpu, 500m, 0.5, true",
        "resources.requests.cpu, 1, 1000m, true",
        "resources.limits.memory, 1Gi, 1024Mi, true",
        "resources.limits.memory, 1Gi, 1G, false",
        "spec.hard[limits.memory], 2Gi, 2048Mi, true",
        "spec.refreshInterval, 1h, 1h0m0s, true",
        "spec.refreshInterval, 1h, 60m, true",
        "spec.refreshInterval, 1h, 61m, false",
        "spec.replicas, 1, 1000m, false",
        "data.size, 1Gi, 1024Mi, false",
        "spec.image, '', 0s, false"
    })
    void knowsWhatMeansTheSame(String path, String declared, String found, boolean areAlike) {
        assertThat(Likeness.areAlike(path, Tree.of(declared), Tree.of(found))).isEqualTo(areAlike);
    }
}
