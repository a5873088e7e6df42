package dev.slipway.review.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.cluster.KubernetesRelease;
import org.junit.jupiter.api.Test;

class EksReleaseTest {
    @Test
    void areThoseThatPlansGoBy() {
        assertThat(EksRelease.ALL)
                .isEqualTo(KubernetesRelease.ALL.stream()
                        .map(release -> new EksRelease(
                                release.version(), release.standardSupportUntil(), release.extendedSupportUntil()))
                        .toList());
    }
}
