package dev.slipway.bench;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.constructs.IConstruct;

/** What is wrong with the broken model: properties of resources with other values, policies without an action, and a topic that is gone. */
final class Faults {
    private static final String GONE = "Topic order.placed";

    /** By type and path of the property. */
    private static final Map<String, Map<String, Object>> VALUES = Map.ofEntries(
            Map.entry("AWS::EC2::VPC", Map.of("EnableDnsHostnames", false)),
            Map.entry("AWS::EC2::Subnet", Map.of("MapPublicIpOnLaunch", true)),
            Map.entry("AWS::EC2::FlowLog", Map.of("TrafficType", "REJECT")),
            Map.entry("AWS::EC2::VPCEndpoint", Map.of("VpcEndpointType", "Interface")),
            Map.entry("AWS::EC2::SecurityGroup", Map.of("GroupDescription", "Open")),
            Map.entry("AWS::Logs::LogGroup", Map.of("RetentionInDays", 1)),
            Map.entry("AWS::KMS::Key", Map.of("EnableKeyRotation", false)),
            Map.entry("AWS::EKS::Cluster", Map.of("Version", "1.30", "ResourcesVpcConfig.EndpointPublicAccess", true)),
            Map.entry("AWS::EKS::Addon", Map.of("ResolveConflicts", "NONE")),
            Map.entry("AWS::EKS::PodIdentityAssociation", Map.of("Namespace", "default")),
            Map.entry("AWS::MSK::Cluster", Map.of("NumberOfBrokerNodes", 1)),
            Map.entry("AWS::MSK::Topic", Map.of("ReplicationFactor", 1)),
            Map.entry("AWS::ElastiCache::User", Map.of("Engine", "redis")),
            Map.entry("AWS::ElastiCache::ReplicationGroup", Map.of("TransitEncryptionEnabled", false)),
            Map.entry("AWS::RDS::DBInstance", Map.of("StorageEncrypted", false, "PubliclyAccessible", true)),
            Map.entry("AWS::RDS::DBParameterGroup", Map.of("Family", "postgres12")),
            Map.entry("AWS::ECR::Repository", Map.of("ImageTagMutability", "MUTABLE")),
            Map.entry("AWS::SecretsManager::Secret", Map.of("Description", "Nobody's")),
            Map.entry("AWS::IAM::Role", Map.of("Policies.0.PolicyDocument.Statement.2.Action", List.of("s3:*"))),
            Map.entry("AWS::IAM::OIDCProvider", Map.of("ClientIdList", List.of("anybody"))));

    private Faults() {}

    static void plant(Stack stack) {
        for (IConstruct construct : stack.getNode().findAll()) {
            if (construct instanceof CfnResource resource) {
                VALUES.getOrDefault(resource.getCfnResourceType(), Map.of()).forEach(resource::addPropertyOverride);
            }
        }
        stack.getNode().tryRemoveChild(GONE);
    }
}
