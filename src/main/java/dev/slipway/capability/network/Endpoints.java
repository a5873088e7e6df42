package dev.slipway.capability.network;

import dev.slipway.plan.binding.Cidr;
import dev.slipway.render.aws.EnvironmentStack;
import java.util.List;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;

/** Ways to AWS services that do not leave AWS's network. */
record Endpoints(EnvironmentStack stack, Vpc vpc) {
    private static final int HTTPS = 443;

    void add(VpcEndpoints choice, Cidr range) {
        switch (choice) {
            case NONE -> {
                // everything goes through NAT
            }
            case GATEWAYS_ONLY -> addGateways();
            case USED -> {
                addGateways();
                addInterfaces(range);
            }
        }
    }

    private void addGateways() {
        gateway("S3", GatewayVpcEndpointAwsService.S3);
        gateway("DynamoDb", GatewayVpcEndpointAwsService.DYNAMODB);
    }

    private void addInterfaces(Cidr range) {
        SecurityGroup group = SecurityGroup.Builder.create(stack, "EndpointSecurityGroup")
                .vpc(vpc)
                .description("Endpoints of AWS services")
                .allowAllOutbound(false)
                .build();
        Tags.of(group).add("Name", stack.stage().names().environmentWide() + "-endpoints");
        group.addIngressRule(Peer.ipv4(range.toString()), Port.tcp(HTTPS), "HTTPS from the VPC");
        UsedServices.of(stack.stage().plan()).forEach((id, service) -> addInterface(id, service, group));
    }

    private void addInterface(String id, InterfaceVpcEndpointAwsService service, SecurityGroup group) {
        vpc.addInterfaceEndpoint(
                id,
                InterfaceVpcEndpointOptions.builder()
                        .service(service)
                        .subnets(SubnetSelection.builder()
                                .subnetType(SubnetType.PRIVATE_WITH_EGRESS)
                                .build())
                        .securityGroups(List.of(group))
                        .open(false)
                        .build());
    }

    private void gateway(String id, GatewayVpcEndpointAwsService service) {
        vpc.addGatewayEndpoint(
                id, GatewayVpcEndpointOptions.builder().service(service).build());
    }
}
