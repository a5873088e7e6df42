package dev.slipway.plan;

import static dev.slipway.plan.Answers.answers;
import static dev.slipway.plan.Ask.ask;
import static dev.slipway.plan.FakeCluster.cluster;
import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Sizing.LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Autoscaling;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Need;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerRulesTest {
    private static final Service ORDER = Service.java("order");
    private static final Environment DEV = Environment.named("dev").with(cluster());

    private static void assertOnly(Plan plan, Problem expected) {
        assertThat(plan.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).isEqualTo(expected))
                .satisfies(problem -> assertThat(problem.origin())
                        .hasToString(expected.origin().toString()));
    }

    @Nested
    class OfTheCluster {
        @Test
        void failsWithoutOne() {
            Environment environment = Environment.named("dev");
            assertOnly(
                    Planning.plan(environment, ORDER),
                    Problem.error(
                            "environment/no-cluster",
                            environment.origin(),
                            "Environment dev chooses no cluster (0); its services need exactly one to run in.",
                            "choose one, such as with(eksAutoMode())."));
        }

        @Test
        void failsWithTwo() {
            FakeCluster second = FakeCluster.ofVersion("1.35");
            assertOnly(
                    Planning.plan(DEV.with(second), ORDER),
                    Problem.error(
                            "choice/duplicate",
                            second.origin(),
                            "Environment dev chooses two of one kind (FakeCluster and FakeCluster, both Cluster); it must choose one.",
                            "remove one of the two."));
        }

        @Test
        void passesWithOneOfThePlatform() {
            Platform platform = Platform.named("shop").services(ORDER).with(cluster());
            assertThat(Planning.plan(platform.environments(Environment.named("dev")))
                            .problems())
                    .isEmpty();
        }
    }

    @Nested
    class OfProviders {
        private final Ask need = ask("peace");
        private final Service asking = ORDER.needs(need);

        @Test
        void failsWhenNothingProvidesANeed() {
            assertOnly(
                    Planning.plan(DEV, asking),
                    Problem.error(
                            "need/unmet",
                            need.origin(),
                            "Service order needs what nothing provides (asks peace) in environment dev; each need must have one provider there.",
                            "choose a provider for it with Environment.named(\"dev\").with(..)."));
        }

        @Test
        void failsWhenTwoProvideANeed() {
            assertOnly(
                    Planning.plan(DEV.with(answers(), new AnswersAll(Origin.unknown())), asking),
                    Problem.error(
                            "need/ambiguous",
                            need.origin(),
                            "Service order has a need (asks peace) that more than one meet in environment dev (Answers and AnswersAll); each must have one provider there.",
                            "choose only one of them."));
        }

        @Test
        void passesWhenOneProvidesTheWholeFamily() {
            assertThat(Planning.plan(DEV.with(new AnswersAll(Origin.unknown())), asking)
                            .problems())
                    .isEmpty();
        }

        @Test
        void passesBesideAProviderOfAnotherFamily() {
            assertThat(Planning.plan(DEV.with(new Rings(Origin.unknown()), answers()), asking)
                            .problems())
                    .isEmpty();
        }

        @Test
        void failsWhenTwoProvideTheSameFamily() {
            Answers second = Answers.named("second");
            assertOnly(
                    Planning.plan(DEV.with(answers(), second), asking),
                    Problem.error(
                            "choice/duplicate",
                            second.origin(),
                            "Environment dev chooses two of one kind (Answers and Answers, both Ask); it must choose one.",
                            "remove one of the two."));
        }

        @Test
        void passesOnWhatAProviderFinds() {
            Ask forbidden = ask(Answers.FORBIDDEN);
            assertOnly(
                    Planning.plan(DEV.with(answers()), ORDER.needs(forbidden)),
                    Problem.error(
                            "ask/forbidden",
                            forbidden.origin(),
                            "Service order must not ask (forbidden).",
                            "ask something else."));
        }
    }

    @Nested
    class OfNamespaces {
        @ParameterizedTest
        @ValueSource(strings = {"default", "kube-system", "kube-public"})
        void failsInThoseOfKubernetes(String namespace) {
            Environment environment = DEV.namespace(namespace);
            assertOnly(
                    Planning.plan(environment, ORDER),
                    Problem.error(
                            "environment/reserved-namespace",
                            environment.origin(),
                            "The namespace (%s) of environment dev is Kubernetes' own; it must be another, as it is closed to all but the platform."
                                    .formatted(namespace),
                            "name one, such as namespace(\"shop-dev\")."));
        }

        @Test
        void failsWhereThePlatformGivesItsName() {
            Platform platform = Platform.named("default").services(ORDER).environments(DEV.production());
            assertThat(Planning.plan(platform).problems())
                    .extracting(Problem::rule)
                    .containsExactly("environment/reserved-namespace");
        }

        @ParameterizedTest
        @ValueSource(strings = {"defaults", "kubeshop", "my-kube-system"})
        void passesInOthers(String namespace) {
            assertThat(Planning.plan(DEV.namespace(namespace), ORDER).problems())
                    .isEmpty();
        }
    }

    @Nested
    class OfNumbers {
        @Test
        void failsWhereThePlatformChoseThem() {
            Autoscaling scaling = autoscale(5, 2);
            Platform platform =
                    Platform.named("shop").services(ORDER).with(scaling).environments(DEV);
            assertOnly(
                    Planning.plan(platform),
                    Problem.error(
                            "autoscaling/bounds",
                            scaling.origin(),
                            "The bounds (5 to 2) of autoscaling in environment dev must be 1 or more, the lower first.",
                            "write them as autoscale(2, 5)."));
        }

        @Test
        void failsWhenThePlatformsAutoscalingIsBelowTheEnvironmentsSize() {
            Platform platform =
                    Platform.named("shop").services(Service.go("order")).with(autoscale(1, 2));
            assertThat(Planning.plan(platform.environments(DEV.with(LARGE))).problems())
                    .extracting(Problem::rule)
                    .containsExactly("autoscaling/replicas");
            assertThat(Planning.plan(platform.environments(DEV)).problems()).isEmpty();
        }

        @Test
        void failsOnlyOnceWithoutReplicas() {
            assertThat(Planning.plan(DEV.with(LARGE.replicas(0)), ORDER).problems())
                    .extracting(Problem::rule)
                    .containsExactly("sizing/replicas");
        }
    }

    private record AnswersAll(Origin origin) implements Provider<Need> {
        @Override
        public Class<Need> meets() {
            return Need.class;
        }

        @Override
        public Binding bind(Claim<? extends Need> claim, Place place) {
            return Binding.NOTHING;
        }
    }

    private record Bell(Origin origin) implements Need {
        @Override
        public String describe() {
            return "bell";
        }
    }

    private record Rings(Origin origin) implements Provider<Bell> {
        @Override
        public Class<Bell> meets() {
            return Bell.class;
        }

        @Override
        public Binding bind(Claim<? extends Bell> claim, Place place) {
            return Binding.NOTHING;
        }
    }
}
