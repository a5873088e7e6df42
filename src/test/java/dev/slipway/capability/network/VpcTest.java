package dev.slipway.capability.network;

import static dev.slipway.capability.network.Vpc.vpc;
import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.Tier;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.ResourcesAssert;
import dev.slipway.testing.assertion.StackAssert;
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

        private static StackAssert network(String environment) {
            return assertThat(synthesis).stack(environment + "/network");
        }

        private static ResourcesAssert subnets(Tier tier) {
            return network("dev").resources("AWS::EC2::Subnet").withTag("aws-cdk:subnet-name", named(tier));
        }

        private static String named(Tier tier) {
            return tier.name().toLowerCase(Locale.ROOT);
        }

        @ParameterizedTest
        @EnumSource(Tier.class)
        void hasTheSubnetsThatWerePlanned(Tier tier) {
            List<Cidr> planned = vpc().cidr("10.20.0.0/18").subnets(tier);

            subnets(tier).hasCount(3);
            for (int zone = 0; zone < 3; zone++) {
                subnets(tier)
                        .withTag("Name", "shop-dev-%s-%s".formatted(named(tier), zone + 1))
                        .single()
                        .hasProperty("CidrBlock", planned.get(zone).toString())
                        .hasProperty(
                                "AvailabilityZone", ofYaml("Fn::Select: [%s, { Fn::GetAZs: '' }]".formatted(zone)));
            }
        }

        @Test
        void tellsLoadBalancersWhichSubnetsAreTheirs() {
            subnets(Tier.PUBLIC).each(subnet -> subnet.hasTag("kubernetes.io/role/elb", "1"));
            subnets(Tier.PRIVATE).each(subnet -> subnet.hasTag("kubernetes.io/role/internal-elb", "1"));
            subnets(Tier.ISOLATED).extracting("Tags").each(tags -> tags.extracting("Key")
                    .each(key -> key.asText().doesNotContain("kubernetes.io")));
        }

        @Test
        void givesNoInstanceAPublicAddress() {
            network("dev")
                    .resources("AWS::EC2::Subnet")
                    .hasCount(9)
                    .each(subnet -> subnet.hasProperty("MapPublicIpOnLaunch", false));
        }

        @Test
        void hasOneNatGatewayOutsideProductionAndOneAZoneInIt() {
            network("dev").hasResources("AWS::EC2::NatGateway", 1);
            network("prod").hasResources("AWS::EC2::NatGateway", 3);
        }

        @Test
        void leavesIsolatedSubnetsWithoutAWayToTheInternet() {
            network("prod")
                    .resources("AWS::EC2::Route")
                    .hasCount(6)
                    .extracting("RouteTableId.Ref")
                    .each(table -> table.asText().doesNotContain("isolated"));
        }

        @Test
        void logsAllFlowsForAMonth() {
            network("dev")
                    .resource("AWS::EC2::FlowLog")
                    .hasProperty("TrafficType", "ALL")
                    .refersTo("LogGroupName", "AWS::Logs::LogGroup", "/slipway/shop-dev/flow-logs");
            network("dev")
                    .resource("AWS::Logs::LogGroup", "/slipway/shop-dev/flow-logs")
                    .hasProperty("RetentionInDays", 30);
        }

        @Test
        void publishesItsIdsUnderPlannedNames() {
            network("dev")
                    .resources("AWS::SSM::Parameter")
                    .areNamed(
                            "/shop/dev/network/vpc-id",
                            "/shop/dev/network/public-subnet-ids",
                            "/shop/dev/network/private-subnet-ids",
                            "/shop/dev/network/isolated-subnet-ids");
        }

        @Test
        void runsNoFunctionOfItsOwn() {
            network("dev").hasNoResources("AWS::Lambda::Function").at("Outputs").doesNotExist();
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

        for (String environment : List.of("dev", "prod")) {
            assertThat(synthesis)
                    .environment(environment)
                    .resources("AWS::EC2::NatGateway")
                    .hasCount(2);
        }
    }
}
