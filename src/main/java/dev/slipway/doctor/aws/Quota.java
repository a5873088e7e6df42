package dev.slipway.doctor.aws;

import dev.slipway.review.Resource;
import dev.slipway.review.Template;
import dev.slipway.verify.aws.question.AwsServices;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.rds.RdsClient;

/**
 * A quota that a platform can meet. Its code is that of Service Quotas: {@code aws service-quotas list-service-quotas}, as public
 * repositories name it, 2026-11; the name that AWS answers with is shown.
 *
 * @param service by its code there
 * @param type of the resources that count
 * @param weight of one of them
 * @param used how many there are
 */
record Quota(
        String what,
        String service,
        String code,
        String type,
        ToIntFunction<Resource> weight,
        Function<AwsServices, Integer> used) {
    static final List<Quota> ALL = List.of(
            counted("VPCs", "vpc", "L-F678F1CE", "AWS::EC2::VPC", aws ->
                    (int) ec2(aws).describeVpcsPaginator().vpcs().stream().count()),
            counted(
                    "internet gateways",
                    "vpc",
                    "L-A4707A72",
                    "AWS::EC2::InternetGateway",
                    aws -> (int) ec2(aws).describeInternetGatewaysPaginator().internetGateways().stream()
                            .count()),
            counted(
                    "security groups",
                    "vpc",
                    "L-E79EC296",
                    "AWS::EC2::SecurityGroup",
                    aws -> (int) ec2(aws).describeSecurityGroupsPaginator().securityGroups().stream()
                            .count()),
            counted("elastic IP addresses", "ec2", "L-0263D0A3", "AWS::EC2::EIP", aws -> ec2(aws).describeAddresses()
                    .addresses()
                    .size()),
            counted(
                    "EKS clusters", "eks", "L-1194D53C", "AWS::EKS::Cluster", aws -> (int)
                            aws.client(EksClient.class, EksClient::builder).listClustersPaginator().clusters().stream()
                                    .count()),
            counted("databases", "rds", "L-7B6409FD", "AWS::RDS::DBInstance", aws -> (int)
                    aws
                            .client(RdsClient.class, RdsClient::builder)
                            .describeDBInstancesPaginator()
                            .dbInstances()
                            .stream()
                            .count()),
            new Quota(
                    "nodes of caches",
                    "elasticache",
                    "L-DFE45DF3",
                    "AWS::ElastiCache::ReplicationGroup",
                    Quota::nodes,
                    aws -> aws
                            .client(ElastiCacheClient.class, ElastiCacheClient::builder)
                            .describeCacheClustersPaginator()
                            .cacheClusters()
                            .stream()
                            .mapToInt(cluster -> cluster.numCacheNodes())
                            .sum()));

    private static Quota counted(
            String what, String service, String code, String type, Function<AwsServices, Integer> used) {
        return new Quota(what, service, code, type, resource -> 1, used);
    }

    private static Ec2Client ec2(AwsServices aws) {
        return aws.client(Ec2Client.class, Ec2Client::builder);
    }

    private static int nodes(Resource group) {
        long clusters = group.property("NumCacheClusters").number().orElse(1L);
        long groups = group.property("NumNodeGroups").number().orElse(1L);
        long replicas = group.property("ReplicasPerNodeGroup").number().orElse(0L);
        return Math.toIntExact(Math.max(clusters, groups * (1 + replicas)));
    }

    /** How many some templates ask for. */
    int needed(List<Template> templates) {
        return templates.stream()
                .flatMap(template -> template.resources(type).stream())
                .mapToInt(weight)
                .sum();
    }
}
