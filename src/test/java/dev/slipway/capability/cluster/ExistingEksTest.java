package dev.slipway.capability.cluster;

import static dev.slipway.capability.cluster.ExistingEks.existingEks;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.capability.Wish;
import dev.slipway.plan.binding.Arn;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.Grant;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.review.Synthesis;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExistingEksTest {
    private static final ExistingEks GIVEN = existingEks("company").securityGroup("sg-0a1b2c3d4e5f60718");

    @Nested
    class Rendered {
        private static Synthesis synthesis;

        @BeforeAll
        static void render() {
            Binding grant = Binding.ofGrants(Grant.allow(
                    List.of("sqs:SendMessage"), Arn.of("arn:aws:sqs:eu-central-1:111122223333:orders"), "queue"));
            synthesis = Wish.of(grant, GIVEN).render();
        }

        @Test
        void publishesItsSecurityGroupAndMakesNothing() {
            assertThat(synthesis)
                    .stack("dev/cluster")
                    .hasResources(1)
                    .resource("AWS::SSM::Parameter")
                    .hasProperty("Name", "/shop/dev/cluster/security-group-id")
                    .hasProperty("Value", "sg-0a1b2c3d4e5f60718");
        }

        @Test
        void getsTheRolesOfServices() {
            assertThat(synthesis)
                    .environment("dev")
                    .resource("AWS::EKS::PodIdentityAssociation")
                    .hasProperty("ClusterName", "company");
        }

        @Test
        void hasNothingOfItsOwnChangedInside() {
            assertThat(synthesis)
                    .environment("dev")
                    .manifests()
                    .where("metadata.namespace", "kube-system")
                    .areNone();
            assertThat(synthesis).environment("dev").manifests("StorageClass").areNone();
        }
    }

    @Test
    void resolvesNamesWhereItsServicesAre() {
        assertThat(GIVEN.necessities()).contains(resolver("172.20.0.10"));
        assertThat(GIVEN.serviceRange("10.100.0.0/16").necessities())
                .contains(resolver("10.100.0.10"))
                .doesNotContain(resolver("172.20.0.10"));
    }

    private static NetworkEdge resolver(String address) {
        return new NetworkEdge(
                NetworkEdge.Direction.OUT,
                new Peer.OfRange(Cidr.host(address)),
                53,
                NetworkEdge.Protocol.UDP,
                "necessity: names",
                GIVEN.origin());
    }

    @Test
    void doesWhatAutoModeDoesOnlyWhereItIsInAutoMode() {
        assertThat(GIVEN.enforcesHostNames()).isFalse();
        assertThat(GIVEN.makesLoadBalancers()).isFalse();
        assertThat(GIVEN.inAutoMode().enforcesHostNames()).isTrue();
        assertThat(GIVEN.inAutoMode().makesLoadBalancers()).isTrue();
    }

    @Nested
    class Checked {
        @ParameterizedTest
        @ValueSource(strings = {"-company", "com.pany", ""})
        void refusesANameThatEksRefuses(String name) {
            assertThat(Sample.with(existingEks(name).securityGroup("sg-0a1b2c3d"))
                            .problems())
                    .containsExactly(
                            "cluster/name: The name (%s) of the existing cluster must be 1 to 100 letters, digits, hyphens or underscores, starting with a letter or digit. Fix: write it as EKS shows it: existingEks(\"company\")."
                                    .formatted(name));
        }

        @Test
        void refusesAClusterWithoutItsSecurityGroup() {
            assertThat(Sample.with(existingEks("company")).problems())
                    .containsExactly(
                            "cluster/security-group: The security group (none) of the existing cluster must be sg- and 8 or 17 hexadecimal digits. Fix: write it as existingEks(\"company\").securityGroup(\"sg-0a1b2c3d4e5f60718\").");
        }

        @Test
        void refusesAVersionThatNobodyKnows() {
            assertThat(Sample.with(GIVEN.kubernetes("1.37")).problems())
                    .containsExactly(
                            "cluster/version: The Kubernetes version (1.37) of the cluster must be one of 1.31, 1.32, 1.33, 1.34, 1.35, 1.36. Fix: write it as existingEks(\"company\").kubernetes(\"1.36\").");
        }

        @Test
        void refusesARangeOfServicesThatIsNone() {
            assertThat(Sample.with(GIVEN.serviceRange("10.100.0.10/16")).problems())
                    .containsExactly(
                            "cluster/services: The range (10.100.0.10/16) of Kubernetes Services in the existing cluster must be an IPv4 range whose host part is zero. Fix: write it as existingEks(\"company\").serviceRange(\"10.100.0.0/16\").");
        }

        @Test
        void acceptsAnOldClusterWithAShortId() {
            assertThat(Sample.with(existingEks("Team_1")
                                    .kubernetes("1.31")
                                    .securityGroup("sg-0a1b2c3d")
                                    .serviceRange("10.100.0.0/16"))
                            .problems())
                    .isEmpty();
        }
    }
}
