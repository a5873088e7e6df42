package dev.slipway.capability.edge;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.cluster.EksNodeGroups.eksNodeGroups;
import static dev.slipway.capability.cluster.ExistingEks.existingEks;
import static dev.slipway.capability.edge.HostedZone.hostedZone;
import static dev.slipway.capability.edge.Route.route;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.plan.Cluster;
import dev.slipway.plan.Plan;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import java.util.List;
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

    private static List<Resource> addons(Synthesis synthesis, String environment) {
        return synthesis.template(environment + "/edge").resources("AWS::EKS::Addon");
    }

    static Stream<Cluster> clusters() {
        return Stream.of(eksAutoMode(), eksNodeGroups());
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void areMadeByTheAddOnOfEks(Cluster cluster) {
        Synthesis synthesis = Slipway.render(plan("shop.example.com", cluster));

        assertThat(addons(synthesis, "dev")).singleElement().satisfies(addon -> {
            assertThat(addon.property("AddonName").text()).isEqualTo("external-dns");
            assertThat(addon.property("ClusterName").text()).isEqualTo("shop-dev");
            assertThat(addon.property("ConfigurationValues").text())
                    .isEqualTo(
                            "{\"domainFilters\":[\"example.com\"],\"policy\":\"sync\",\"registry\":\"txt\",\"sources\":[\"ingress\"],\"txtOwnerId\":\"shop-dev\"}");
            assertThat(addon.property("PodIdentityAssociations.0.ServiceAccount")
                            .text())
                    .isEqualTo("external-dns");
            assertThat(addon.property("PodIdentityAssociations.0.RoleArn.Fn::GetAtt.0")
                            .text())
                    .isEqualTo("ExternalDns");
        });
        assertThat(synthesis.template("dev/edge").resources("AWS::EKS::PodIdentityAssociation"))
                .isEmpty();
    }

    @Test
    void stayInProductionWhenTheirIngressIsGone() {
        Synthesis synthesis = Slipway.render(plan("shop.example.com", eksAutoMode()));

        assertThat(addons(synthesis, "prod")).singleElement().satisfies(addon -> assertThat(
                        addon.property("ConfigurationValues").text())
                .contains("\"policy\":\"upsert-only\"", "\"txtOwnerId\":\"shop-prod\""));
    }

    @Test
    void areLeftToWhatRunsInAClusterOfSomebodyElses() {
        Synthesis synthesis =
                Slipway.render(plan("shop.example.com", existingEks("company").securityGroup("sg-0a1b2c3d4e5f60718")));

        assertThat(addons(synthesis, "dev")).isEmpty();
        assertThat(synthesis.template("dev/edge").resources("AWS::EKS::PodIdentityAssociation"))
                .singleElement()
                .satisfies(association -> {
                    assertThat(association.property("ClusterName").text()).isEqualTo("company");
                    assertThat(association.property("Namespace").text()).isEqualTo("external-dns");
                    assertThat(association.property("ServiceAccount").text()).isEqualTo("external-dns");
                });
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
