package dev.slipway.plan;

import static dev.slipway.plan.FakeCluster.cluster;
import static dev.slipway.plan.operation.VerticalAutoscaling.verticalAutoscaling;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.binding.AwsOnly;
import dev.slipway.plan.operation.Bootstrap;
import dev.slipway.plan.operation.Contributor;
import dev.slipway.plan.operation.ScalesReplicas;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Target;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlannedChoicesTest {
    private static final Service ORDER = Service.java("order");
    private static final Service PAYMENT = Service.java("payment");

    private static Place place(Choice... choices) {
        Platform shop = Platform.named("shop").services(ORDER, PAYMENT);
        Environment dev = Environment.named("dev").with(choices);
        return new Place(shop, dev, new Target("111122223333", "eu-central-1"), Names.of(shop, dev), List.of(choices));
    }

    /** An account prepared under a name of one's own. */
    @Declares
    record Prepared(String qualifier, Origin origin) implements Bootstrap {}

    /** Scales one service. */
    @Declares
    record Scales(String name, Origin origin) implements Choice, ScalesReplicas {
        @Override
        public boolean scales(Service service) {
            return service.name().equals(name);
        }

        @Override
        public boolean readsResourcesOf(Service service) {
            return false;
        }
    }

    /** A cluster in a cellar. */
    @Declares
    record Cellar(String kubernetesVersion, Origin origin) implements Cluster {
        @Override
        public List<dev.slipway.plan.binding.NetworkEdge> necessities() {
            return List.of();
        }

        @Override
        public boolean isOnAws() {
            return false;
        }
    }

    /** Says something of AWS alone. */
    @Declares
    record CostCenter(Origin origin) implements Choice, AwsOnly {}

    @Nested
    class OfAPreparedAccount {
        @Test
        void takesTheNamesOfTheCdkUnlessChosenOtherwise() {
            Prepared prepared = new Prepared("acme", Origin.unknown());
            assertThat(prepared.kind()).isEqualTo(Bootstrap.class);
            assertThat(Bootstrap.qualifierOf(place(prepared))).isEqualTo("acme");
            assertThat(Bootstrap.roleArn(place(), "lookup"))
                    .isEqualTo("arn:aws:iam::111122223333:role/cdk-hnb659fds-lookup-role-111122223333-eu-central-1");
            assertThat(Bootstrap.roleArn(place(prepared), "deploy"))
                    .isEqualTo("arn:aws:iam::111122223333:role/cdk-acme-deploy-role-111122223333-eu-central-1");
        }
    }

    @Nested
    class OfAutoscalers {
        @Test
        void leaveServicesToEachOther() {
            Place place = place(cluster(), new Scales("order", Origin.unknown()));
            assertThat(ScalesReplicas.anyScales(place, ORDER)).isTrue();
            assertThat(ScalesReplicas.anyScales(place, PAYMENT)).isFalse();
            assertThat(ScalesReplicas.anyScales(place(cluster()), ORDER)).isFalse();
        }

        @Test
        void ofPodsNeedTheirAddon() {
            Choice vertical = verticalAutoscaling();
            assertThat(verticalAutoscaling().check(place(vertical)))
                    .containsExactly(
                            Problem.error(
                                    "autoscaling/vertical",
                                    vertical.origin(),
                                    "Environment dev scales vertically without the add-on that does it (vertical-pod-autoscaler); it must be in the cluster.",
                                    "choose verticalPodAutoscaler() as well, or preinstalled(verticalPodAutoscaler()) where somebody else installs it."));
        }
    }

    @Nested
    class AwayFromAws {
        private static final Cellar CELLAR = new Cellar("1.36", Origin.unknown());

        private static Plan plan(Platform platform, Environment environment) {
            return new Planner(List.of()).plan(platform.services(ORDER).environments(environment), Inputs.NONE);
        }

        @Test
        void areLeftOutWhereThePlatformChoseThem() {
            Platform shop = Platform.named("shop").with(new CostCenter(Origin.unknown()));
            Plan onAws = plan(shop, Environment.named("dev").with(cluster()));
            Plan inTheCellar = plan(shop, Environment.named("local").with(CELLAR));

            assertThat(onAws.environments()).singleElement().satisfies(dev -> {
                assertThat(dev.isOnAws()).isTrue();
                assertThat(dev.place().choice(CostCenter.class)).isPresent();
            });
            assertThat(inTheCellar.environments()).singleElement().satisfies(local -> {
                assertThat(local.isOnAws()).isFalse();
                assertThat(local.place().choice(CostCenter.class)).isEmpty();
            });
        }

        @Test
        void areRefusedWhereTheEnvironmentChoseThem() {
            Plan plan = plan(
                    Platform.named("shop"), Environment.named("local").with(CELLAR, new CostCenter(Origin.unknown())));
            assertThat(plan.problems()).extracting(Problem::rule).containsExactly("environment/aws-only");
        }
    }

    @Nested
    class OfClusters {
        @Test
        void knowAndMakeNothingUnlessTheySayOtherwise() {
            assertThat(cluster().makesLoadBalancers()).isFalse();
            assertThat(cluster().metersPods()).isFalse();
            assertThat(cluster().enforcesHostNames()).isFalse();
            assertThat(cluster().isOurs()).isTrue();
            assertThat(cluster().admins()).isEmpty();
        }

        @Test
        void areTheEnvironmentsBeforeThePlatforms() {
            Cluster own = FakeCluster.ofVersion("1.36");
            Platform shop = Platform.named("shop").with(FakeCluster.ofVersion("1.35"));
            assertThat(Cluster.chosenBy(Environment.named("dev").with(own), shop))
                    .contains(own);
            assertThat(Cluster.chosenBy(Environment.named("dev"), shop))
                    .map(Cluster::kubernetesVersion)
                    .contains("1.35");
            assertThat(Cluster.chosenBy(Environment.named("dev"), Platform.named("shop")))
                    .isEmpty();
        }
    }

    @Test
    void areWrittenDownByTheirKind() {
        assertThat(Contributor.of(cluster())).isEqualTo("dev.slipway.plan.Cluster");
    }
}
