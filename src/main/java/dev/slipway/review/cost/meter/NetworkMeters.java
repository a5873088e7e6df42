package dev.slipway.review.cost.meter;

import static dev.slipway.review.cost.meter.Quantity.assumed;
import static dev.slipway.review.cost.meter.Quantity.hours;
import static dev.slipway.review.cost.meter.Quantity.months;

import dev.slipway.review.Resource;
import dev.slipway.review.cost.usage.Assumption;
import dev.slipway.review.cost.usage.Usage;
import java.util.Map;
import java.util.stream.Stream;

/** The network, and what lets people in. */
final class NetworkMeters {
    private static final String INTERFACE = "Interface";

    private NetworkMeters() {}

    static void addTo(Map<String, Meter> meters) {
        meters.put("AWS::EC2::NatGateway", NetworkMeters::natGateway);
        meters.put("AWS::EC2::VPCEndpoint", NetworkMeters::endpoint);
        meters.put("AWS::EC2::EIP", (resource, usage) -> Stream.of(hours("vpc/public-ipv4", 1)));
        meters.put("AWS::ElasticLoadBalancingV2::LoadBalancer", (resource, usage) -> loadBalancer(resource, usage));
        meters.put("AWS::Route53::HostedZone", (resource, usage) -> Stream.of(months("route53/hosted-zone", 1)));
        meters.put("AWS::WAFv2::WebACL", NetworkMeters::firewall);
    }

    private static Stream<Quantity> natGateway(Resource resource, Usage usage) {
        return Stream.of(
                hours("vpc/nat-gateway", 1),
                assumed("vpc/nat-gateway-data", usage.of(Assumption.NAT_GB), "GB", Assumption.NAT_GB));
    }

    /** An interface endpoint is paid for in each zone; gateway endpoints cost nothing. */
    private static Stream<Quantity> endpoint(Resource resource, Usage usage) {
        return resource.property("VpcEndpointType").text().equals(INTERFACE)
                ? Stream.of(
                        hours(
                                "vpc/endpoint",
                                resource.property("SubnetIds").items().size()),
                        assumed("vpc/endpoint-data", usage.of(Assumption.ENDPOINT_GB), "GB", Assumption.ENDPOINT_GB))
                : Stream.empty();
    }

    private static Stream<Quantity> loadBalancer(Resource resource, Usage usage) {
        boolean isPublic = resource.property("Scheme").text().equals("internet-facing");
        return loadBalancer(
                usage, isPublic, resource.property("Subnets").items().size());
    }

    /** An Application Load Balancer; one that is reached from the internet has an address in each zone. */
    static Stream<Quantity> loadBalancer(Usage usage, boolean isPublic, int zones) {
        Stream<Quantity> itself = Stream.of(
                hours("elb/application", 1),
                assumed(
                        "elb/application-capacity",
                        usage.of(Assumption.LOAD_BALANCER_UNITS).multiply(Quantity.HOURS),
                        "LCU-hour",
                        Assumption.LOAD_BALANCER_UNITS));
        Stream<Quantity> internet = isPublic
                ? Stream.of(
                        hours("vpc/public-ipv4", zones),
                        assumed("transfer/out", usage.of(Assumption.OUT_GB), "GB", Assumption.OUT_GB))
                : Stream.empty();
        return Stream.concat(itself, internet);
    }

    private static Stream<Quantity> firewall(Resource resource, Usage usage) {
        return Stream.of(
                months("waf/web-acl", 1),
                months("waf/rule", resource.property("Rules").items().size()),
                assumed(
                        "waf/requests",
                        usage.of(Assumption.FIREWALL_MILLIONS),
                        "million",
                        Assumption.FIREWALL_MILLIONS));
    }
}
