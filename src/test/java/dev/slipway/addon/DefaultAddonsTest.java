package dev.slipway.addon;

import static com.acme.addons.Headlamp.headlamp;
import static dev.slipway.addon.AwsLoadBalancerController.awsLoadBalancerController;
import static dev.slipway.addon.ExternalSecrets.externalSecrets;
import static dev.slipway.addon.MetricsServer.metricsServer;
import static dev.slipway.addon.Reloader.reloader;
import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.cluster.EksNodeGroups.eksNodeGroups;
import static dev.slipway.capability.cluster.ExistingEks.existingEks;
import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.capability.secrets.SecretNeed.secret;
import static dev.slipway.plan.addon.Preinstalled.preinstalled;
import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Sizing.LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.capability.cluster.ExistingEks;
import dev.slipway.plan.Place;
import dev.slipway.plan.Plan;
import dev.slipway.plan.addon.Addon;
import dev.slipway.plan.addon.Addons;
import dev.slipway.plan.addon.HelmChart;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefaultAddonsTest {
    private static final Service PLAIN = Service.java("order");
    private static final Service READER = Service.java("mail").needs(secret("smtp", "password"));
    private static final Service ROUTED = Service.java("order").needs(route("/orders"));
    private static final ExistingEks EXISTING = existingEks("company").securityGroup("sg-0a1b2c3d4e5f60718");

    /** An add-on that takes the release of another. */
    private record Taking(String release, Origin origin) implements Addon {
        @Override
        public String name() {
            return "headlamp";
        }

        @Override
        public HelmChart chart(Place place) {
            return headlamp().chart(place).release(release).namespace(release);
        }
    }

    private static Plan plan(Service service, Choice... choices) {
        return Slipway.plan(Platform.named("shop")
                .services(service)
                .environments(Environment.named("dev").host("dev.example.com").with(choices)));
    }

    private static List<String> installed(Service service, Choice... choices) {
        Plan plan = plan(service, choices).verify();
        return Addons.of(plan.environments().get(0).place()).stream()
                .map(Addon::name)
                .toList();
    }

    private static List<String> problems(Service service, Choice... choices) {
        return plan(service, choices).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void areNoneWhereNothingNeedsOne() {
        assertThat(installed(PLAIN, eksAutoMode())).isEmpty();
        assertThat(installed(ROUTED, eksAutoMode(), LARGE, autoscale(3, 6))).isEmpty();
    }

    @Test
    void bringSecretsToWhoReadsThemAndRestartThemWhenTheyChange() {
        assertThat(installed(READER, eksAutoMode())).containsExactly("external-secrets", "reloader");
    }

    @Test
    void growNodeGroupsAndBalanceTheirLoad() {
        assertThat(installed(PLAIN, eksNodeGroups())).containsExactly("cluster-autoscaler");
        assertThat(installed(ROUTED, eksNodeGroups()))
                .containsExactly("cluster-autoscaler", "aws-load-balancer-controller");
    }

    @Test
    void meterPodsThatAreScaledWhereTheClusterDoesNot() {
        assertThat(installed(PLAIN, localCluster(), LARGE, autoscale(3, 6))).containsExactly("metrics-server");
        assertThat(installed(PLAIN, localCluster())).isEmpty();
    }

    @Test
    void giveWayToWhatIsChosen() {
        assertThat(installed(READER, eksAutoMode(), preinstalled(externalSecrets())))
                .containsExactly("reloader");
        assertThat(installed(READER, eksAutoMode(), headlamp(), reloader(), preinstalled(externalSecrets())))
                .containsExactly("headlamp", "reloader");
        assertThat(installed(ROUTED, eksNodeGroups(), preinstalled(awsLoadBalancerController())))
                .containsExactly("cluster-autoscaler");
    }

    @Test
    void areLeftToTheOwnerOfAClusterAndSaidToBe() {
        assertThat(installed(READER, EXISTING)).isEmpty();
        assertThat(problems(READER, EXISTING))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("warning addon/left-to-owner at DefaultAddonsTest.java:")
                .contains(
                        "The add-on (external-secrets) that environment dev needs is not installed, as the cluster belongs to somebody else; it must be there.",
                        "Fix: say preinstalled(..) of it where its owner installs it, or choose it to have it installed.");
        assertThat(problems(READER, EXISTING, preinstalled(externalSecrets()), preinstalled(reloader())))
                .isEmpty();
        assertThat(problems(READER, EXISTING, externalSecrets(), reloader())).isEmpty();
        assertThat(installed(READER, EXISTING, externalSecrets(), reloader()))
                .containsExactly("external-secrets", "reloader");
    }

    @Test
    void areOfOneKindEach() {
        assertThat(problems(PLAIN, eksAutoMode(), reloader(), reloader()))
                .singleElement()
                .asString()
                .contains("error choice/duplicate", "(Reloader and Reloader, both Reloader)");
    }

    @Test
    void areCheckedAlsoWhereNobodyChoseThem() {
        assertThat(problems(READER, eksAutoMode(), new Taking("external-secrets", Origin.here())))
                .singleElement()
                .asString()
                .contains("The release (external-secrets) of add-on external-secrets is that of add-on headlamp");
    }

    @Test
    void ofTheCatalogueAreRefusedWhereTheyDoNotFit() {
        assertThat(problems(PLAIN, eksAutoMode(), ClusterAutoscaler.clusterAutoscaler()))
                .singleElement()
                .asString()
                .contains(
                        "error addon/cluster-autoscaler at ",
                        "The cluster (EksAutoMode) of environment dev has no node groups that Cluster Autoscaler could change; it must be eksNodeGroups().",
                        "Fix: remove clusterAutoscaler(); EKS Auto Mode adds nodes by itself.");
        assertThat(problems(PLAIN, eksNodeGroups(), ClusterAutoscaler.clusterAutoscaler()))
                .isEmpty();
        assertThat(problems(ROUTED, eksAutoMode(), awsLoadBalancerController()))
                .singleElement()
                .asString()
                .contains(
                        "error addon/load-balancer-controller at ",
                        "The cluster (EksAutoMode) of environment dev makes load balancers of routes by itself; there must not be two that do.",
                        "Fix: remove awsLoadBalancerController().");
        assertThat(problems(ROUTED, EXISTING, awsLoadBalancerController())).isEmpty();
        assertThat(problems(PLAIN, eksNodeGroups(), metricsServer()))
                .singleElement()
                .asString()
                .contains(
                        "error addon/metrics-server at ",
                        "The cluster (EksNodeGroups) of environment dev meters its pods already; there must not be two that do.",
                        "Fix: remove metricsServer().");
        assertThat(problems(PLAIN, localCluster(), metricsServer())).isEmpty();
    }
}
