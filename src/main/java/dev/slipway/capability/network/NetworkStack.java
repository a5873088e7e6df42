package dev.slipway.capability.network;

import dev.slipway.plan.Names;
import dev.slipway.plan.binding.Tier;
import dev.slipway.render.aws.EnvironmentStack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.TagProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.ec2.FlowLog;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;

/** What a VPC consists of. Publishes its id and those of its subnets. */
record NetworkStack(EnvironmentStack stack) {
    /** https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html#network-requirements-subnets. */
    private static final Map<Tier, String> BALANCER_TAGS = balancerTags();

    /**
     * Where data has its addresses. The way in goes along, as what a cluster that is kept has put before it has public addresses
     * there; what costs something by the hour does not.
     */
    private static final List<String> GROUND =
            List.of("AWS::EC2::InternetGateway", "AWS::EC2::Subnet", "AWS::EC2::VPC", "AWS::EC2::VPCGatewayAttachment");

    private static final TagProps ON_SUBNETS =
            TagProps.builder().includeResourceTypes(List.of("AWS::EC2::Subnet")).build();

    void add(AddressPlan plan, int natGateways, VpcEndpoints endpoints) {
        Vpc vpc = Vpc.Builder.create(stack, "Vpc")
                .vpcName(names().environmentWide())
                .ipAddresses(IpAddresses.cidr(plan.range().toString()))
                .availabilityZones(zones())
                .subnetConfiguration(AddressPlan.ORDER.stream()
                        .map(tier -> configuration(plan, tier))
                        .toList())
                .natGateways(natGateways)
                // CloudFormation alone cannot empty the default group, and nothing of ours is in it
                .restrictDefaultSecurityGroup(false)
                .build();
        stack.keptWithData(vpc, GROUND);
        logFlows(vpc);
        new Endpoints(stack, vpc).add(endpoints, plan.range());
        stack.publish(names().vpcId(), vpc.getVpcId());
        publish(Tier.PRIVATE, vpc.getPrivateSubnets());
        publish(Tier.ISOLATED, vpc.getIsolatedSubnets());
        publish(Tier.PUBLIC, vpc.getPublicSubnets());
    }

    private Names names() {
        return stack.stage().names();
    }

    /** By number, as names of zones differ between accounts and would have to be looked up. */
    private static List<String> zones() {
        return IntStream.range(0, AddressPlan.ZONES)
                .mapToObj(zone -> Fn.select(zone, Fn.getAzs()))
                .toList();
    }

    private static SubnetConfiguration configuration(AddressPlan plan, Tier tier) {
        SubnetConfiguration.Builder builder = SubnetConfiguration.builder()
                .name(nameOf(tier))
                .subnetType(type(tier))
                .cidrMask(plan.prefix(tier));
        if (tier == Tier.PUBLIC) {
            builder.mapPublicIpOnLaunch(false);
        }
        return builder.build();
    }

    private static SubnetType type(Tier tier) {
        return switch (tier) {
            case PUBLIC -> SubnetType.PUBLIC;
            case PRIVATE -> SubnetType.PRIVATE_WITH_EGRESS;
            case ISOLATED -> SubnetType.PRIVATE_ISOLATED;
        };
    }

    private void logFlows(Vpc vpc) {
        LogGroup group = LogGroup.Builder.create(stack, "FlowLogs")
                .logGroupName("/slipway/%s/flow-logs".formatted(names().environmentWide()))
                .retention(RetentionDays.ONE_MONTH)
                .removalPolicy(stack.dataPolicy())
                .build();
        FlowLog log = vpc.addFlowLog(
                "All",
                FlowLogOptions.builder()
                        .destination(FlowLogDestination.toCloudWatchLogs(group))
                        .trafficType(FlowLogTrafficType.ALL)
                        .build());
        Tags.of(log).add("Name", names().environmentWide());
    }

    private void publish(Tier tier, List<ISubnet> subnets) {
        for (int i = 0; i < subnets.size(); i++) {
            Tags tags = Tags.of(subnets.get(i));
            tags.add("Name", "%s-%s-%s".formatted(names().environmentWide(), nameOf(tier), i + 1));
            if (BALANCER_TAGS.containsKey(tier)) {
                tags.add(BALANCER_TAGS.get(tier), "1", ON_SUBNETS);
            }
        }
        stack.publish(
                names().subnetIds(tier),
                subnets.stream().map(ISubnet::getSubnetId).toList());
    }

    private static String nameOf(Tier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }

    private static Map<Tier, String> balancerTags() {
        Map<Tier, String> tags = new LinkedHashMap<>();
        tags.put(Tier.PUBLIC, "kubernetes.io/role/elb");
        tags.put(Tier.PRIVATE, "kubernetes.io/role/internal-elb");
        return tags;
    }
}
