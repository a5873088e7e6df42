package dev.slipway.plan;

import static dev.slipway.plan.Answers.answers;
import static dev.slipway.plan.FakeCluster.cluster;
import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Image.published;
import static dev.slipway.platform.Sizing.LARGE;
import static dev.slipway.platform.Sizing.MEDIUM;
import static dev.slipway.platform.Sizing.SMALL;
import static dev.slipway.platform.Sizing.sized;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Autoscaling;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Sizing;
import dev.slipway.platform.Sizing.Resources;
import dev.slipway.platform.Target;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ImagesAndSizesTest {
    private static final Environment DEV = Environment.named("dev").with(cluster(), answers());

    @Nested
    class OfAnImage {
        private static final Inputs DIGESTS = new Inputs(Target.DOCUMENTATION, Map.of("order", "sha256:abc"));

        private static String image(Inputs inputs, Environment environment, Service service) {
            Platform platform =
                    Platform.named("shop").release("1.4.0").services(service).environments(environment);
            Plan plan = new Planner(List.of()).plan(platform, inputs).verify();
            return plan.environments().get(0).services().get(0).image();
        }

        @Test
        void isTheReleaseOfItsRepository() {
            assertThat(image(Inputs.NONE, DEV, Service.java("order"))).isEqualTo("shop/order:1.4.0");
        }

        @Test
        void isTheDigestWhereOneIsKnown() {
            assertThat(image(DIGESTS, DEV, Service.java("order"))).isEqualTo("shop/order@sha256:abc");
            assertThat(image(DIGESTS, DEV, Service.java("payment"))).isEqualTo("shop/payment:1.4.0");
        }

        @Test
        void standsInTheChosenRegistry() {
            Environment environment = DEV.with(new FakeRegistry(Origin.unknown()));
            assertThat(image(Inputs.NONE, environment, Service.java("order")))
                    .isEqualTo("ghcr.io/acme/shop-order:1.4.0");
            assertThat(image(DIGESTS, environment, Service.java("order")))
                    .isEqualTo("ghcr.io/acme/shop-order@sha256:abc");
        }

        @Test
        void ofSomebodyElseIsWhatTheyPublished() {
            Service order = Service.other("order").image(published("docker.io/acme/order:7"));
            assertThat(image(DIGESTS, DEV.with(new FakeRegistry(Origin.unknown())), order))
                    .isEqualTo("docker.io/acme/order:7");
        }
    }

    @Nested
    class OfAutoscaling {
        @Test
        void leavesTheNumberOfLongRunningServicesToIt() {
            EnvironmentPlan plan = Planning.dev(
                    List.of(LARGE, autoscale(2, 10)),
                    Service.go("server"),
                    Service.go("worker").worker(),
                    Service.go("job").once(),
                    Service.go("nightly").scheduled("0 3 * * *"));
            assertThat(plan.services())
                    .extracting(service -> service.autoscaling().isPresent())
                    .containsExactly(true, true, false, false);
            assertThat(plan.services()).extracting(ServicePlan::minReplicas).containsExactly(2, 2, 3, 3);
            assertThat(plan.services()).extracting(ServicePlan::sizing).containsOnly(LARGE);
        }

        @Test
        void isNotThereUnlessChosen() {
            ServicePlan plan = Planning.first(Service.go("order"));
            assertThat(plan.autoscaling()).isEmpty();
            assertThat(plan.minReplicas()).isEqualTo(1);
        }
    }

    @Nested
    class OfMemory {
        @Test
        void warnsWhenAnAutoscalerWouldNeverComeDown() {
            Autoscaling scaling = autoscale(1, 3);
            Plan plan = Planning.plan(DEV.with(SMALL, scaling), Service.java("order"), Service.go("payment"));
            assertThat(plan.problems())
                    .containsExactly(Problem.warning(
                            "autoscaling/memory",
                            scaling.origin(),
                            "The memory (476 MiB) that service order keeps in environment dev is above the target (435 MiB);"
                                    + " once scaled up it never comes down.",
                            "choose a sizing with a higher memory limit, or a higher target."))
                    .allSatisfy(problem -> assertThat(problem.origin())
                            .hasToString(scaling.origin().toString()));
            assertThat(plan.environments()).hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({"1000, 72, false", "1000, 71, true", "1024, 72, false", "1024, 71, true"})
        void warnsOnlyAboveTheTarget(int limit, int percent, boolean warns) {
            Sizing sizing = sized(2, MEDIUM.requests(), new Resources(1000, limit));
            Plan plan = Planning.plan(DEV.with(sizing, autoscale(2, 3).targets(70, percent)), Service.java("order"));
            assertThat(plan.problems()).hasSize(warns ? 1 : 0);
        }

        @Test
        void doesNotWarnWithoutAutoscaling() {
            assertThat(Planning.plan(DEV.with(SMALL), Service.java("order")).problems())
                    .isEmpty();
            assertThat(Planning.plan(
                                    DEV.with(SMALL, autoscale(1, 3)),
                                    Service.java("job").once())
                            .problems())
                    .isEmpty();
        }
    }

    static Stream<Arguments> profiles() {
        return Stream.of(
                Arguments.of(Service.java("s"), new RuntimeProfile(150, 50, 220), 732),
                Arguments.of(Service.node("s"), new RuntimeProfile(60, 66, 0), 675),
                Arguments.of(Service.python("s"), new RuntimeProfile(60, 0, 0), 0),
                Arguments.of(Service.go("s"), new RuntimeProfile(30, 80, 0), 819),
                Arguments.of(Service.other("s"), new RuntimeProfile(60, 0, 0), 0));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aRuntimeDecidesItsProbeBudgetAndMemory(Service service, RuntimeProfile profile, int settled) {
        assertThat(Planning.first(service).profile()).isEqualTo(profile);
        assertThat(profile.settledMebibytes(1024)).isEqualTo(settled);
    }
}
