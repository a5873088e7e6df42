package dev.slipway.platform;

import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Sizing.LARGE;
import static dev.slipway.platform.Sizing.sized;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Sizing.Resources;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SizingTest {
    static Stream<Arguments> sizes() {
        return Stream.of(
                Arguments.of(Sizing.SMALL, 1, new Resources(100, 128), new Resources(500, 512)),
                Arguments.of(Sizing.MEDIUM, 2, new Resources(200, 256), new Resources(1000, 1024)),
                Arguments.of(LARGE, 3, new Resources(500, 512), new Resources(2000, 2048)));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void hasTheSizesOfTheEnvironmentTable(Sizing size, int replicas, Resources requests, Resources limits) {
        assertThat(size).isEqualTo(new Sizing(replicas, requests, limits, Origin.unknown()));
        assertThat(size.origin().line()).isZero();
    }

    @Test
    void canBeOnesOwn() {
        Sizing size = sized(4, new Resources(250, 300), new Resources(1000, 1100));
        assertThat(size.replicas()).isEqualTo(4);
        assertThat(size.requests()).isEqualTo(new Resources(250, 300));
        assertThat(size.limits()).isEqualTo(new Resources(1000, 1100));
        assertThat(size.origin().file()).isEqualTo("SizingTest.java");
    }

    @Test
    void keepsWhatAContainerMayUseForAnotherNumberOfReplicas() {
        assertThat(LARGE.replicas(5)).isEqualTo(new Sizing(5, LARGE.requests(), LARGE.limits(), Origin.unknown()));
        assertThat(LARGE.replicas(5).origin().file()).isEqualTo("SizingTest.java");
    }

    @Nested
    class OfAutoscaling {
        @Test
        void aimsLowerAtProcessorsThanAtMemory() {
            assertThat(autoscale(3, 10)).isEqualTo(new Autoscaling(3, 10, 70, 85, Origin.unknown()));
        }

        @Test
        void keepsItsBoundsForOtherTargets() {
            Autoscaling scaling = autoscale(3, 10);
            assertThat(Changes.between(scaling, scaling.targets(60, 90)))
                    .containsExactly("cpuPercent", "memoryPercent");
            assertThat(scaling.targets(60, 90)).isEqualTo(new Autoscaling(3, 10, 60, 90, Origin.unknown()));
        }
    }

    @Nested
    class OfAChoice {
        @Test
        void isOneOfItsOwnKind() {
            assertThat(LARGE.kind()).isEqualTo(Sizing.class);
            assertThat(autoscale(1, 2).kind()).isEqualTo(Autoscaling.class);
        }
    }
}
