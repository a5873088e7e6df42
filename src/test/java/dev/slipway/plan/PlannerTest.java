package dev.slipway.plan;

import static dev.slipway.plan.Answers.answers;
import static dev.slipway.plan.Ask.ask;
import static dev.slipway.plan.FakeCluster.cluster;
import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Sizing.LARGE;
import static dev.slipway.platform.Sizing.MEDIUM;
import static dev.slipway.platform.Sizing.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Service ORDER = Service.java("order").needs(ask("peace"));
    private static final Environment DEV = Environment.named("dev").with(cluster(), answers());
    private static final Environment PROD =
            Environment.named("prod").production().with(cluster(), answers());

    private static Place place(List<Choice> defaults, Platform platform) {
        Plan plan = new Planner(defaults).plan(platform, Inputs.NONE);
        assertThat(plan.problems()).isEmpty();
        return plan.environments().get(0).place();
    }

    @Nested
    class Chooses {
        private final Platform platform =
                Platform.named("shop").services(ORDER).with(MEDIUM).environments(DEV);

        @Test
        void whatTheEnvironmentChooses() {
            Platform both = Platform.named("shop").services(ORDER).with(MEDIUM).environments(DEV.with(LARGE));
            assertThat(place(List.of(SMALL), both).sizing()).isSameAs(LARGE);
        }

        @Test
        void elseWhatThePlatformChooses() {
            assertThat(place(List.of(SMALL), platform).sizing()).isSameAs(MEDIUM);
        }

        @Test
        void elseTheDefault() {
            Platform none = Platform.named("shop").services(ORDER).environments(DEV);
            assertThat(place(List.of(LARGE), none).sizing()).isSameAs(LARGE);
            assertThat(place(List.of(), none).sizing()).isSameAs(SMALL);
        }

        @Test
        void oneOfEachKind() {
            Place place = place(List.of(SMALL, autoscale(1, 3), FakeCluster.ofVersion("1.30")), platform);
            assertThat(place.choices()).containsExactly(cluster(), answers(), MEDIUM, autoscale(1, 3));
        }

        @Test
        void oneClusterWhateverItsClass() {
            Choice other = new OtherCluster();
            assertThat(other.kind()).isEqualTo(Cluster.class);
            assertThat(place(List.of(other), platform).choice(Cluster.class)).contains(cluster());
        }
    }

    @Nested
    class Places {
        @Test
        void anEnvironmentWhereItSays() {
            Target target = new Target("444455556666", "eu-west-1");
            Inputs inputs = new Inputs(new Target("777788889999", "us-east-1"), Map.of());
            Platform platform =
                    Platform.named("shop").services(ORDER).environments(DEV.in("444455556666", "eu-west-1"), PROD);
            assertThat(new Planner(List.of()).plan(platform, inputs).environments())
                    .extracting(environment -> environment.place().target())
                    .containsExactly(target, inputs.target());
        }

        @Test
        void anEnvironmentInTheDocumentationAccountByDefault() {
            Plan plan = Planning.plan(DEV, ORDER);
            assertThat(plan.environments().get(0).place().target()).isEqualTo(Target.DOCUMENTATION);
        }

        @Test
        void eachEnvironmentInOrder() {
            Plan plan = Planning.plan(Platform.named("shop").services(ORDER).environments(PROD, DEV));
            assertThat(plan.environments()).extracting(EnvironmentPlan::name).containsExactly("prod", "dev");
            assertThat(plan.environments())
                    .extracting(environment -> environment.names().namespace())
                    .containsExactly("shop", "shop-dev");
        }

        @Test
        void servicesInOrder() {
            EnvironmentPlan plan =
                    Planning.dev(List.of(), Service.go("b"), Service.go("a").needs(ask("x")), Service.go("c"));
            assertThat(plan.services()).extracting(ServicePlan::name).containsExactly("b", "a", "c");
            assertThat(plan.environment().name()).isEqualTo("dev");
            assertThat(plan.servicesWith(Ask.class))
                    .extracting(ServicePlan::name)
                    .containsExactly("a");
        }
    }

    @Nested
    class WithAnError {
        @Test
        void bindsNothing() {
            Plan plan = Planning.plan(DEV, Service.java("order").needs(ask(Answers.FORBIDDEN)));
            assertThat(plan.hasErrors()).isTrue();
            assertThat(plan.environments()).isEmpty();
        }

        @Test
        void thatIsFoundWhileBindingPlansNothing() {
            Plan plan = Planning.plan(DEV, VariablesTest.CONFLICTING);
            assertThat(plan.hasErrors()).isTrue();
            assertThat(plan.environments()).isEmpty();
        }
    }

    @Test
    void plansInSpiteOfAWarning() {
        Plan plan = Planning.plan(DEV, Service.java("order").needs(ask(Answers.DOUBTFUL)));
        assertThat(plan.hasErrors()).isFalse();
        assertThat(plan.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.rule()).isEqualTo("ask/doubtful");
            assertThat(problem.isError()).isFalse();
        });
        assertThat(plan.environments()).hasSize(1);
    }

    @Test
    void plansTheSameForEqualPlatforms() {
        assertThat(Planning.plan(DEV, ORDER))
                .isEqualTo(Planning.plan(DEV, Service.java("order").needs(ask("peace"))));
    }

    private record OtherCluster() implements Cluster {
        @Override
        public Origin origin() {
            return Origin.unknown();
        }

        @Override
        public String kubernetesVersion() {
            return "1.20";
        }

        @Override
        public List<NetworkEdge> necessities() {
            return List.of();
        }
    }
}
