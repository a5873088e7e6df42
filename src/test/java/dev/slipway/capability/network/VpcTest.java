package dev.slipway.capability.network;

import static dev.slipway.capability.network.Vpc.vpc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.Tier;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VpcTest {
    private static final String REFUSED =
            "network/cidr: The range (%s) of the VPC must be a private IPv4 range of prefix /16 to /20 whose host part is zero. Fix: write it as vpc().cidr(\"10.20.0.0/16\").";

    @Nested
    class Planned {
        @Test
        void splitsItsRangeWidestTierFirst() {
            Vpc vpc = vpc();

            assertThat(vpc.range()).hasToString("10.0.0.0/16");
            assertThat(vpc.subnets(Tier.PRIVATE))
                    .extracting(Cidr::toString)
                    .containsExactly("10.0.0.0/19", "10.0.32.0/19", "10.0.64.0/19");
            assertThat(vpc.subnets(Tier.ISOLATED))
                    .extracting(Cidr::toString)
                    .containsExactly("10.0.96.0/22", "10.0.100.0/22", "10.0.104.0/22");
            assertThat(vpc.subnets(Tier.PUBLIC))
                    .extracting(Cidr::toString)
                    .containsExactly("10.0.108.0/22", "10.0.112.0/22", "10.0.116.0/22");
        }

        @Test
        void scalesItsSubnetsWithANarrowerRange() {
            Vpc vpc = vpc().cidr("192.168.16.0/20");

            assertThat(vpc.subnets(Tier.PRIVATE))
                    .extracting(Cidr::toString)
                    .containsExactly("192.168.16.0/23", "192.168.18.0/23", "192.168.20.0/23");
            assertThat(vpc.subnets(Tier.PUBLIC))
                    .extracting(Cidr::toString)
                    .containsExactly("192.168.22.192/26", "192.168.23.0/26", "192.168.23.64/26");
        }
    }

    @Nested
    class Rendered {
        private static Synthesis synthesis;

        @BeforeAll
        static void render() {
            synthesis = Sample.with(vpc().cidr("10.20.0.0/18")).render();
        }

        private static Template network(String environment) {
            return synthesis.template(environment + "/network");
        }

        @ParameterizedTest
        @EnumSource(Tier.class)
        void hasTheSubnetsThatWerePlanned(Tier tier) {
            List<String> planned = vpc().cidr("10.20.0.0/18").subnets(tier).stream()
                    .map(Cidr::toString)
                    .toList();

            assertThat(subnets(tier))
                    .extracting(subnet -> subnet.property("CidrBlock").text())
                    .isEqualTo(planned);
            assertThat(subnets(tier))
                    .extracting(subnet -> subnet.property("AvailabilityZone").toString())
                    .containsExactly(
                            "{\"Fn::Select\":[0, {\"Fn::GetAZs\":\"\"}]}",
                            "{\"Fn::Select\":[1, {\"Fn::GetAZs\":\"\"}]}",
                            "{\"Fn::Select\":[2, {\"Fn::GetAZs\":\"\"}]}");
        }

        private static List<Resource> subnets(Tier tier) {
            String name = "shop-dev-" + tier.name().toLowerCase(Locale.ROOT);
            return network("dev").resources("AWS::EC2::Subnet").stream()
                    .filter(subnet -> tag(subnet, "Name").startsWith(name))
                    .toList();
        }

        private static String tag(Resource resource, String key) {
            return resource.property("Tags").items().stream()
                    .filter(tag -> tag.get("Key").text().equals(key))
                    .map(tag -> tag.get("Value").text())
                    .findFirst()
                    .orElse("");
        }

        @Test
        void tellsLoadBalancersWhichSubnetsAreTheirs() {
            assertThat(subnets(Tier.PUBLIC))
                    .allMatch(subnet -> tag(subnet, "kubernetes.io/role/elb").equals("1"));
            assertThat(subnets(Tier.PRIVATE)).allMatch(subnet -> tag(subnet, "kubernetes.io/role/internal-elb")
                    .equals("1"));
            assertThat(subnets(Tier.ISOLATED))
                    .noneMatch(subnet -> subnet.property("Tags").toString().contains("kubernetes.io"));
        }

        @Test
        void givesNoInstanceAPublicAddress() {
            assertThat(network("dev").resources("AWS::EC2::Subnet"))
                    .hasSize(9)
                    .allMatch(subnet ->
                            subnet.property("MapPublicIpOnLaunch").text().equals("false"));
        }

        @Test
        void hasOneNatGatewayOutsideProductionAndOneAZoneInIt() {
            assertThat(network("dev").resources("AWS::EC2::NatGateway")).hasSize(1);
            assertThat(network("prod").resources("AWS::EC2::NatGateway")).hasSize(3);
        }

        @Test
        void leavesIsolatedSubnetsWithoutAWayToTheInternet() {
            assertThat(network("prod").resources("AWS::EC2::Route"))
                    .extracting(route -> route.property("RouteTableId.Ref").text())
                    .hasSize(6)
                    .noneMatch(table -> table.contains("isolated"));
        }

        @Test
        void logsAllFlowsForAMonth() {
            Resource log = network("dev").resources("AWS::EC2::FlowLog").get(0);
            Resource group = network("dev").resources("AWS::Logs::LogGroup").get(0);

            assertThat(log.property("TrafficType").text()).isEqualTo("ALL");
            assertThat(log.property("LogGroupName.Ref").text()).isEqualTo(group.id());
            assertThat(group.property("LogGroupName").text()).isEqualTo("/slipway/shop-dev/flow-logs");
            assertThat(group.property("RetentionInDays").number()).hasValue(30L);
        }

        @Test
        void publishesItsIdsUnderPlannedNames() {
            assertThat(network("dev").resources("AWS::SSM::Parameter"))
                    .extracting(parameter -> parameter.property("Name").text())
                    .containsExactlyInAnyOrder(
                            "/shop/dev/network/vpc-id",
                            "/shop/dev/network/public-subnet-ids",
                            "/shop/dev/network/private-subnet-ids",
                            "/shop/dev/network/isolated-subnet-ids");
        }

        @Test
        void runsNoFunctionOfItsOwn() {
            assertThat(network("dev").resources("AWS::Lambda::Function")).isEmpty();
            assertThat(network("dev").tree().get("Outputs")).isEqualTo(Tree.NOTHING);
        }
    }

    @Nested
    class Checked {
        @ParameterizedTest
        @ValueSource(
                strings = {"10.0.0.0/15", "10.0.0.0/21", "10.0.0.1/16", "8.8.0.0/16", "172.32.0.0/16", "ten", "10.0.0.0"
                })
        void refusesARangeThatNoVpcCanHave(String range) {
            assertThat(Sample.with(vpc().cidr(range)).problems()).containsExactly(REFUSED.formatted(range));
        }

        @ParameterizedTest
        @ValueSource(strings = {"10.255.0.0/16", "172.31.240.0/20", "192.168.0.0/16"})
        void acceptsPrivateRangesOfAllWidths(String range) {
            assertThat(Sample.with(vpc().cidr(range)).problems()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 4})
        void refusesANumberOfNatGatewaysThatZonesCannotHold(int number) {
            assertThat(Sample.with(vpc().natGateways(number)).problems())
                    .containsExactly(
                            "network/nat-gateways: The NAT gateways (%s) of the VPC must be 1 to 3, at most one a zone. Fix: write it as vpc().natGateways(1)."
                                    .formatted(number));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 3})
        void acceptsANatGatewayInOneZoneOrInEach(int number) {
            assertThat(Sample.with(vpc().natGateways(number)).problems()).isEmpty();
        }
    }

    @Test
    void hasAsManyNatGatewaysAsChosen() {
        Synthesis synthesis = Sample.with(vpc().natGateways(2)).render();

        assertThat(synthesis.resources("dev", "AWS::EC2::NatGateway")).hasSize(2);
        assertThat(synthesis.resources("prod", "AWS::EC2::NatGateway")).hasSize(2);
    }
}
