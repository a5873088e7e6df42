package dev.slipway.capability.edge;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.cluster.EksNodeGroups.eksNodeGroups;
import static dev.slipway.capability.cluster.ExistingEks.existingEks;
import static dev.slipway.capability.edge.HostedZone.hostedZone;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.plan.Cluster;
import dev.slipway.plan.Plan;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.testing.assertion.StackAssert;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the hosts of an environment become records. */
class HostRecordsTest {
    private static Plan plan(String host, Cluster cluster) {
        return Slipway.plan(Platform.named("shop")
                .services(Service.java("order").needs(route("/orders")))
                .environments(
                        Environment.named("dev").host("dev." + host),
                        Environment.named("prod").production().host(host))
                .with(cluster, hostedZone("example.com").id("Z0123456789ABC")));
    }

    private static StackAssert edge(String environment, Cluster cluster) {
        return assertThat(Slipway.render(plan("shop.example.com", cluster))).stack(environment + "/edge");
    }

    static Stream<Cluster> clusters() {
        return Stream.of(eksAutoMode(), eksNodeGroups());
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void areMadeByTheAddOnOfEks(Cluster cluster) {
        edge("dev", cluster)
                .hasNoResources("AWS::EKS::PodIdentityAssociation")
                .resource("AWS::EKS::Addon")
                .hasProperty("AddonName", "external-dns")
                .hasProperty("ClusterName", "shop-dev")
                .hasProperty(
                        "ConfigurationValues",
                        "{\"domainFilters\":[\"example.com\"],\"policy\":\"sync\",\"registry\":\"txt\",\"sources\":[\"ingress\"],\"txtOwnerId\":\"shop-dev\"}")
                .hasProperty("PodIdentityAssociations.0.ServiceAccount", "external-dns")
                .refersTo("PodIdentityAssociations.0.RoleArn", "AWS::IAM::Role", "ExternalDns");
    }

    @Test
    void stayInProductionWhenTheirIngressIsGone() {
        edge("prod", eksAutoMode())
                .resource("AWS::EKS::Addon")
                .property("ConfigurationValues")
                .asJson()
                .contains(Map.of("policy", "upsert-only", "txtOwnerId", "shop-prod"));
    }

    @Test
    void areLeftToWhatRunsInAClusterOfSomebodyElses() {
        edge("dev", existingEks("company").securityGroup("sg-0a1b2c3d4e5f60718"))
                .hasNoResources("AWS::EKS::Addon")
                .resource("AWS::EKS::PodIdentityAssociation")
                .hasProperty("ClusterName", "company")
                .hasProperty("Namespace", "external-dns")
                .hasProperty("ServiceAccount", "external-dns");
    }

    @Test
    void ofTheZoneItselfAreWarnedOf() {
        assertThat(plan("example.com", eksAutoMode()).problems())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .startsWith("warning edge/apex-host at HostRecordsTest.java:")
                .contains(
                        "The host (example.com) of environment prod is its hosted zone itself, where external-dns cannot note that a record is its own; it is made once and must be changed by hand.",
                        "Fix: choose a host below it, such as www.example.com.");
        assertThat(plan("www.example.com", eksAutoMode()).problems()).isEmpty();
    }
}
