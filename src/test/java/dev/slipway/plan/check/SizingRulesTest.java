package dev.slipway.plan.check;

import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Sizing.LARGE;
import static dev.slipway.platform.Sizing.SMALL;
import static dev.slipway.platform.Sizing.sized;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Autoscaling;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Sizing;
import dev.slipway.platform.Sizing.Resources;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizingRulesTest {
    private static final Environment DEV = Environment.named("dev");

    @Nested
    class OfASize {
        @ParameterizedTest
        @CsvSource({"0", "-1"})
        void failsWithoutReplicas(int replicas) {
            Sizing sizing = LARGE.replicas(replicas);
            assertOnly(
                    SizingChecks.of(DEV, sizing),
                    Problem.error(
                            "sizing/replicas",
                            sizing.origin(),
                            "The replicas (%s) in environment dev must be 1 or more.".formatted(replicas),
                            "choose a sizing with replicas(1)."));
        }

        @ParameterizedTest
        @CsvSource({"0, 128", "100, 0", "501, 128", "100, 513"})
        void failsWhenRequestsAreNotWithinLimits(int cpu, int memory) {
            Sizing sizing = sized(1, new Resources(cpu, memory), new Resources(500, 512));
            assertOnly(
                    SizingChecks.of(DEV, sizing),
                    Problem.error(
                            "sizing/limits",
                            sizing.origin(),
                            "The requests (%sm CPU, %sMi) in environment dev must be positive and within the limits (500m, 512Mi)."
                                    .formatted(cpu, memory),
                            "raise the limits or lower the requests."));
        }

        @ParameterizedTest
        @CsvSource({"1, 1, 1", "1, 500, 512", "7, 1, 512"})
        void passesAtTheLimits(int replicas, int cpu, int memory) {
            assertThat(SizingChecks.of(DEV, sized(replicas, new Resources(cpu, memory), new Resources(500, 512))))
                    .isEmpty();
        }

        @Test
        void pointsAtTheEnvironmentWhereTheSizeIsAConstant() {
            Sizing constant = new Sizing(0, SMALL.requests(), SMALL.limits(), SMALL.origin());
            assertThat(SizingChecks.of(DEV, constant)).singleElement().satisfies(problem -> assertThat(problem.origin())
                    .hasToString(DEV.origin().toString()));
        }
    }

    @Nested
    class OfAutoscaling {
        @ParameterizedTest
        @CsvSource({"0, 5", "3, 2"})
        void failsOnBoundsThatCannotHold(int min, int max) {
            Autoscaling scaling = autoscale(min, max);
            assertOnly(
                    SizingChecks.of(DEV, LARGE.replicas(4), scaling),
                    Problem.error(
                            "autoscaling/bounds",
                            scaling.origin(),
                            "The bounds (%s to %s) of autoscaling in environment dev must be 1 or more, the lower first."
                                    .formatted(min, max),
                            "write them as autoscale(2, 5)."));
        }

        @Test
        void failsWhenReplicasAreAboveTheMaximum() {
            Autoscaling scaling = autoscale(1, 2);
            assertOnly(
                    SizingChecks.of(DEV, LARGE, scaling),
                    Problem.error(
                            "autoscaling/replicas",
                            scaling.origin(),
                            "The replicas (3) in environment dev must not be above the maximum (2) of its autoscaling.",
                            "raise the maximum or choose a smaller sizing."));
        }

        @ParameterizedTest
        @CsvSource({"0, 85", "101, 85", "70, 0", "70, 101"})
        void failsOnTargetsThatAreNoPercentage(int cpu, int memory) {
            Autoscaling scaling = autoscale(1, 3).targets(cpu, memory);
            assertOnly(
                    SizingChecks.of(DEV, SMALL, scaling),
                    Problem.error(
                            "autoscaling/targets",
                            scaling.origin(),
                            "The targets (%s %% CPU, %s %% memory) of autoscaling in environment dev must be 1 to 100 percent."
                                    .formatted(cpu, memory),
                            "write them as targets(70, 85)."));
        }

        @ParameterizedTest
        @CsvSource({"1, 3, 1, 1", "3, 3, 100, 100", "3, 10, 70, 85"})
        void passesAtTheLimits(int min, int max, int cpu, int memory) {
            assertThat(SizingChecks.of(DEV, LARGE, autoscale(min, max).targets(cpu, memory)))
                    .isEmpty();
        }
    }

    private static void assertOnly(Stream<Problem> problems, Problem expected) {
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem).isEqualTo(expected))
                .satisfies(problem -> assertThat(problem.origin())
                        .hasToString(expected.origin().toString()));
    }
}
