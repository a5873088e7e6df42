package dev.slipway.review.network;

import static dev.slipway.testing.Assertions.assertThat;
import static dev.slipway.testing.Failing.failsWith;

import dev.slipway.review.Synthesis;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways to what stands behind security groups: both planes have to agree. */
class ReachOnAwsTest {
    private static final String NETWORK = """
            {"Resources": {
              "A": {"Type": "AWS::EC2::Subnet", "Properties": {"CidrBlock": "10.0.96.0/22"}},
              "B": {"Type": "AWS::EC2::Subnet", "Properties": {"CidrBlock": "10.0.100.0/22"}},
              "Pods": {"Type": "AWS::EC2::Subnet", "Properties": {"CidrBlock": "10.0.0.0/19"}},
              "Ids": {"Type": "AWS::SSM::Parameter", "Properties": {"Name": "/shop/ids", "Value": {"Fn::Join": [",", [{"Ref": "A"}, {"Ref": "B"}]]}}},
              "Cluster": {"Type": "AWS::EKS::Cluster", "Properties": {"ResourcesVpcConfig": {"SubnetIds": [{"Ref": "Pods"}]}}},
              "Group": {"Type": "AWS::SSM::Parameter", "Properties": {"Name": "/shop/group", "Value": {"Fn::GetAtt": ["Cluster", "ClusterSecurityGroupId"]}}}}}""";

    private static final String STORES = """
            {"Parameters": {
              "Ids": {"Type": "AWS::SSM::Parameter::Value<List<String>>", "Default": "/shop/ids"},
              "Pods": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/shop/group"}},
             "Resources": {
              "Subnets": {"Type": "AWS::RDS::DBSubnetGroup", "Properties": {"SubnetIds": {"Ref": "Ids"}}},
              "Guard": {"Type": "AWS::EC2::SecurityGroup", "Properties": {"SecurityGroupIngress": [RULE]}},
              "Database": {"Type": "AWS::RDS::DBInstance", "Properties": {
                "DBInstanceIdentifier": "shop-prod", "DBSubnetGroupName": {"Ref": "Subnets"}, "VPCSecurityGroups": [{"Fn::GetAtt": ["Guard", "GroupId"]}]}},
              "Brokers": {"Type": "AWS::MSK::Cluster", "Properties": {
                "ClusterName": "shop", "BrokerNodeGroupInfo": {"ClientSubnets": [{"Fn::Select": [1, {"Ref": "Ids"}]}], "SecurityGroups": [{"Ref": "Guard"}]}}}}}""";

    private static final String POD = """
            kind: Deployment
            metadata: {name: order, namespace: shop}
            spec: {template: {metadata: {labels: {app: order}}, spec: {containers: [{name: order}]}}}
            ---
            kind: NetworkPolicy
            metadata: {name: order, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: order}}
              policyTypes: [Egress]
              egress: [{to: [{ipBlock: {cidr: 10.0.96.0/22}}, {ipBlock: {cidr: 10.0.100.0/22}}], ports: [{port: 5432}, {port: 9098}]}]
            """;

    private static final String FROM_PODS =
            "{\"IpProtocol\": \"tcp\", \"FromPort\": 5432, \"ToPort\": 5432, \"SourceSecurityGroupId\": {\"Ref\": \"Pods\"}}";

    private static Synthesis with(String rule) {
        return Synthesis.of(Map.of(
                "cdk.out/manifest.json",
                """
                {"artifacts": {
                  "n": {"type": "aws:cloudformation:stack", "displayName": "prod/network", "properties": {"templateFile": "n.json"}},
                  "s": {"type": "aws:cloudformation:stack", "displayName": "prod/stores", "properties": {"templateFile": "s.json"}}}}""",
                "cdk.out/n.json",
                NETWORK,
                "cdk.out/s.json",
                STORES.replace("RULE", rule),
                "dist/prod/order.k8s.yaml",
                POD));
    }

    private static Way way(String rule, String to, long port) {
        return Reach.of(with(rule), "prod").way("order", to, port);
    }

    @ParameterizedTest
    @CsvSource({
        "shop-prod, 5432, true",
        "AWS::RDS::DBInstance, 5432, true",
        "Database, 5432, true",
        "shop-prod, 5433, false",
        "shop, 9098, false",
        "AWS::MSK::Cluster, 5432, true"
    })
    void needPolicyAndSecurityGroup(String to, long port, boolean isOpen) {
        Assertions.assertThat(way(FROM_PODS, to, port).isOpen()).isEqualTo(isOpen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"IpProtocol\": \"-1\", \"CidrIp\": \"10.0.0.0/16\"} | true",
                "{\"IpProtocol\": \"tcp\", \"FromPort\": 5000, \"ToPort\": 6000, \"CidrIp\": \"10.0.0.0/19\"} | true",
                "{\"IpProtocol\": \"tcp\", \"FromPort\": 5432, \"ToPort\": 5432, \"CidrIp\": \"10.1.0.0/16\"} | false",
                "{\"IpProtocol\": \"udp\", \"FromPort\": 5432, \"ToPort\": 5432, \"CidrIp\": \"10.0.0.0/16\"} | false",
                "{\"IpProtocol\": \"tcp\", \"FromPort\": 5432, \"ToPort\": 5432, \"SourceSecurityGroupId\": \"sg-1\"} | false",
                "{\"IpProtocol\": \"tcp\", \"FromPort\": 5432, \"ToPort\": 5432, \"SourceSecurityGroupId\": {\"Ref\": \"Guard\"}} | false"
            })
    void areOpenForTheClustersGroupAndItsAddresses(String rule, boolean isOpen) {
        Assertions.assertThat(way(rule, "shop-prod", 5432).isOpen()).isEqualTo(isOpen);
    }

    @Test
    void readRulesThatStandBesideTheirGroup() {
        Map<String, String> files = new java.util.TreeMap<>(with("").files());
        files.computeIfPresent("cdk.out/s.json", (path, text) -> text.replace("\"Resources\": {", """
                "Resources": {"Beside": {"Type": "AWS::EC2::SecurityGroupIngress", "Properties": {"GroupId": {"Fn::GetAtt": ["Guard", "GroupId"]},
                  "IpProtocol": "tcp", "FromPort": 5432, "ToPort": 5432, "SourceSecurityGroupId": {"Ref": "Pods"}}},"""));

        Assertions.assertThat(way("", "shop-prod", 5432).isOpen()).isFalse();
        Assertions.assertThat(Reach.of(Synthesis.of(files), "prod")
                        .way("order", "shop-prod", 5432)
                        .isOpen())
                .isTrue();
    }

    @Test
    void countAGroupThatIsNotMadeHereAsThatOfAClusterThatIsNotMadeHere() {
        Map<String, String> files = new java.util.TreeMap<>(with(FROM_PODS).files());
        files.computeIfPresent("cdk.out/n.json", (path, text) -> text.replace("AWS::EKS::Cluster", "Custom::Adopted"));
        files.computeIfPresent("cdk.out/s.json", (path, text) -> text.replace("/shop/group", "/theirs/group"));

        Assertions.assertThat(Reach.of(Synthesis.of(files), "prod")
                        .way("order", "shop-prod", 5432)
                        .isOpen())
                .isTrue();
    }

    @Test
    void failWithTheGroupAndThePolicyThatCloseThem() {
        failsWith("""
                Expecting service order of environment prod
                to be able to reach
                  shop-prod:5433
                but
                  no egress rule of order admits 10.0.96.0/22 on port 5433
                  no egress rule of order admits 10.0.100.0/22 on port 5433
                  no ingress rule of security group Guard in prod/stores admits the pods of the cluster on port 5433
                """, () -> assertThat(with(FROM_PODS))
                .environment("prod")
                .service("order")
                .canReach("shop-prod", 5433));
        failsWith("""
                Expecting service order of environment prod
                not to be able to reach
                  AWS::RDS::DBInstance:5432
                but nothing keeps it from
                  AWS::RDS::DBInstance:5432
                """, () -> assertThat(with(FROM_PODS))
                .environment("prod")
                .service("order")
                .cannotReach("AWS::RDS::DBInstance", 5432));
    }
}
