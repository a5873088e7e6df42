package dev.slipway.capability.network;

import static dev.slipway.capability.network.ExistingVpc.existingVpc;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.capability.Wish;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Tier;
import dev.slipway.platform.Origin;
import dev.slipway.review.Synthesis;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExistingVpcTest {
    private static final String VPC = "vpc-0a1b2c3d4e5f60718";

    /** Three of each tier: ids end in tier and zone. */
    private static final ExistingVpc GIVEN =
            tiers(existingVpc(VPC).cidr("10.0.0.0/16")).isolatedSubnet("subnet-00000033", "10.0.98.0/24");

    private static ExistingVpc tiers(ExistingVpc vpc) {
        return vpc.publicSubnet("subnet-00000011", "10.0.0.0/24")
                .publicSubnet("subnet-00000012", "10.0.1.0/24")
                .publicSubnet("subnet-00000013", "10.0.2.0/24")
                .privateSubnet("subnet-00000021", "10.0.32.0/20")
                .privateSubnet("subnet-00000022", "10.0.48.0/20")
                .privateSubnet("subnet-00000023", "10.0.64.0/20")
                .isolatedSubnet("subnet-00000031", "10.0.96.0/24")
                .isolatedSubnet("subnet-00000032", "10.0.97.0/24");
    }

    private static ExistingVpc last(String subnet, String range) {
        return tiers(existingVpc(VPC).cidr("10.0.0.0/16")).isolatedSubnet(subnet, range);
    }

    @Test
    void hasTheRangesThatAreDeclared() {
        assertThat(GIVEN.range()).hasToString("10.0.0.0/16");
        assertThat(GIVEN.subnets(Tier.PRIVATE))
                .extracting(Cidr::toString)
                .containsExactly("10.0.32.0/20", "10.0.48.0/20", "10.0.64.0/20");
    }

    @Nested
    class Rendered {
        private static Synthesis synthesis;

        @BeforeAll
        static void render() {
            Binding edge = Binding.ofEdges(
                    NetworkEdge.out(new Peer.OfSubnets(Tier.ISOLATED), 9098, "brokers", Origin.unknown()));
            synthesis = Wish.of(edge, GIVEN).render();
        }

        @Test
        void publishesItsIdsAndMakesNothing() {
            assertThat(synthesis)
                    .stack("dev/network")
                    .hasResources(4)
                    .resources("AWS::SSM::Parameter")
                    .extracting("Name", "Value")
                    .hasItemsInAnyOrder(
                            List.of("/shop/dev/network/vpc-id", VPC),
                            List.of(
                                    "/shop/dev/network/public-subnet-ids",
                                    "subnet-00000011,subnet-00000012,subnet-00000013"),
                            List.of(
                                    "/shop/dev/network/private-subnet-ids",
                                    "subnet-00000021,subnet-00000022,subnet-00000023"),
                            List.of(
                                    "/shop/dev/network/isolated-subnet-ids",
                                    "subnet-00000031,subnet-00000032,subnet-00000033"));
        }

        @Test
        void letsPodsReachBrokersInItsIsolatedSubnets() {
            assertThat(synthesis)
                    .environment("dev")
                    .service("order")
                    .canReach("10.0.96.0/24", 9098)
                    .canReach("10.0.97.0/24", 9098)
                    .canReach("10.0.98.0/24", 9098)
                    .cannotReach("10.0.32.0/20", 9098);
        }
    }

    @Nested
    class Checked {
        @Test
        void acceptsThreeSubnetsOfEachTier() {
            assertThat(Sample.with(GIVEN).problems()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"vpc-1", "vpc-0A1B2C3D", "0a1b2c3d4e5f60718", "vpc-0a1b2c3d4e5f6071", "subnet-0a1b2c3d"})
        void refusesAnIdThatNoVpcHas(String id) {
            ExistingVpc vpc = new ExistingVpc(id, GIVEN.cidr(), GIVEN.subnets(), GIVEN.origin());

            assertThat(Sample.with(vpc).problems())
                    .containsExactly(
                            "network/vpc-id: The id (%s) of the existing VPC must be vpc- and 8 or 17 hexadecimal digits. Fix: write it as existingVpc(\"vpc-0a1b2c3d4e5f60718\")."
                                    .formatted(id));
        }

        @Test
        void refusesAVpcWithoutItsRange() {
            ExistingVpc vpc = tiers(existingVpc(VPC)).isolatedSubnet("subnet-00000033", "10.0.98.0/24");

            assertThat(Sample.with(vpc).problems())
                    .containsExactly(
                            "network/cidr: The range (none) of the existing VPC must be an IPv4 range whose host part is zero. Fix: write it as existingVpc(\"vpc-0a1b2c3d4e5f60718\").cidr(\"10.0.0.0/16\").");
        }

        @Test
        void refusesATierInTwoZones() {
            assertThat(Sample.with(tiers(existingVpc(VPC).cidr("10.0.0.0/16"))).problems())
                    .containsExactly(
                            "network/zones: The isolated subnets (2) of the existing VPC must be 3, one in each of three zones. Fix: declare each with .isolatedSubnet(\"subnet-0a1b2c3d4e5f60718\", \"10.0.32.0/24\").");
        }

        @Test
        void refusesATierInFourZones() {
            assertThat(Sample.with(GIVEN.publicSubnet("subnet-00000014", "10.0.3.0/24"))
                            .problems())
                    .containsExactly(
                            "network/zones: The public subnets (4) of the existing VPC must be 3, one in each of three zones. Fix: declare each with .publicSubnet(\"subnet-0a1b2c3d4e5f60718\", \"10.0.32.0/24\").");
        }

        @Test
        void refusesAnIdThatNoSubnetHas() {
            assertThat(Sample.with(last("isolated-c", "10.0.98.0/24")).problems())
                    .containsExactly(
                            "network/subnet-id: The id (isolated-c) of a subnet of the existing VPC must be subnet- and 8 or 17 hexadecimal digits. Fix: write it as .isolatedSubnet(\"subnet-0a1b2c3d4e5f60718\", \"10.0.98.0/24\").");
        }

        @Test
        void refusesASubnetThatIsDeclaredTwice() {
            assertThat(Sample.with(last("subnet-00000032", "10.0.97.0/24")).problems())
                    .containsExactly(
                            "network/subnet-twice: The subnet (subnet-00000032) of the existing VPC is declared twice; each must be another. Fix: remove one of the two, or write the id of the other.");
        }

        @Test
        void refusesASubnetWithoutARange() {
            assertThat(Sample.with(last("subnet-00000033", "10.0.98.1/24")).problems())
                    .containsExactly(
                            "network/subnet-cidr: The range (10.0.98.1/24) of subnet subnet-00000033 must be an IPv4 range whose host part is zero. Fix: write it as .isolatedSubnet(\"subnet-00000033\", \"10.0.32.0/24\").");
        }

        @Test
        void refusesASubnetOutsideTheVpc() {
            assertThat(Sample.with(last("subnet-00000033", "10.1.0.0/24")).problems())
                    .containsExactly(
                            "network/subnet-outside: The range (10.1.0.0/24) of subnet subnet-00000033 must lie inside that of the existing VPC (10.0.0.0/16). Fix: write the ranges that AWS shows for the two.");
        }

        @Test
        void refusesSubnetsThatOverlap() {
            assertThat(Sample.with(last("subnet-00000033", "10.0.97.128/25")).problems())
                    .containsExactly(
                            "network/subnet-overlap: The range (10.0.97.128/25) of subnet subnet-00000033 overlaps with that of subnet subnet-00000032 (10.0.97.0/24); no two subnets of a VPC do. Fix: write the ranges that AWS shows for the two.");
        }

        @Test
        void acceptsASubnetAtTheEndOfTheVpc() {
            assertThat(Sample.with(last("subnet-00000033", "10.0.255.0/24")).problems())
                    .isEmpty();
        }
    }
}
