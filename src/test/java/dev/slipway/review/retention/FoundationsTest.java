package dev.slipway.review.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FoundationsTest {
    private static final String KEPT_DATABASE = """
            {"Parameters": {"Subnets": {"Type": "AWS::SSM::Parameter::Value<List<String>>", "Default": "/shop/subnets"}},
             "Resources": {
               "Database": {"Type": "AWS::RDS::DBInstance", "DeletionPolicy": "%s", "Properties": {
                 "DBSubnetGroupName": {"Ref": "Group"}, "Tags": [{"Key": "made-by", "Value": {"Ref": "Made"}}]}},
               "Group": {"Type": "AWS::RDS::DBSubnetGroup", "Properties": {"SubnetIds": {"Ref": "Subnets"}}},
               "Made": {"Type": "Custom::AWS", "Properties": {}}}}
            """;
    private static final String NETWORK = """
            {"Resources": {
              "Vpc": {"Type": "AWS::EC2::VPC"%1$s},
              "A": {"Type": "AWS::EC2::Subnet"%1$s, "Properties": {"VpcId": {"Ref": "Vpc"}}},
              "Published": {"Type": "AWS::SSM::Parameter", "Properties": {
                "Name": "/shop/subnets", "Value": {"Fn::Join": [",", [{"Ref": "A"}, {"Fn::GetAtt": ["Other", "SubnetId"]}]]}}},
              "Other": {"Type": "AWS::EC2::Subnet"%1$s, "Properties": {}}}}
            """;
    private static final String RETAINED = ", \"DeletionPolicy\": \"Retain\"";

    @Nested
    class WhereADatabaseStays {
        @Test
        void findsWhatItIsBuiltOnWithinItsStackAndAcrossStacks() {
            assertThat(findings(KEPT_DATABASE.formatted("RetainExceptOnCreate"), NETWORK.formatted("")))
                    .isEqualTo("""
                            AWS::RDS::DBSubnetGroup Group in prod/database: DeletionPolicy (Delete) must be Retain, \
                            as AWS::RDS::DBInstance Database in prod/database stays and is built on it (DBSubnetGroupName).
                            AWS::EC2::Subnet A in prod/network: DeletionPolicy (Delete) must be Retain, \
                            as AWS::RDS::DBSubnetGroup Group in prod/database stays and is built on it (SubnetIds).
                            AWS::EC2::Subnet Other in prod/network: DeletionPolicy (Delete) must be Retain, \
                            as AWS::RDS::DBSubnetGroup Group in prod/database stays and is built on it (SubnetIds).
                            AWS::EC2::VPC Vpc in prod/network: DeletionPolicy (Delete) must be Retain, \
                            as AWS::EC2::Subnet A in prod/network stays and is built on it (VpcId).""");
        }

        @Test
        void findsNothingOfWhatStaysToo() {
            assertThat(findings(KEPT_DATABASE.formatted("Retain"), NETWORK.formatted(RETAINED)))
                    .isEqualTo("""
                            AWS::RDS::DBSubnetGroup Group in prod/database: DeletionPolicy (Delete) must be Retain, \
                            as AWS::RDS::DBInstance Database in prod/database stays and is built on it (DBSubnetGroupName).""");
        }
    }

    @Test
    void findsNothingWhereNothingStays() {
        assertThat(findings(KEPT_DATABASE.formatted("Delete"), NETWORK.formatted("")))
                .isEmpty();
    }

    @Test
    void findsNothingWhereOnlyASnapshotStays() {
        assertThat(findings(KEPT_DATABASE.formatted("Snapshot"), NETWORK.formatted("")))
                .isEmpty();
    }

    private static String findings(String database, String network) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("cdk.out/manifest.json", """
                {"artifacts": {
                  "network": {"type": "aws:cloudformation:stack", "displayName": "prod/network", "properties": {"templateFile": "network.template.json"}},
                  "database": {"type": "aws:cloudformation:stack", "displayName": "prod/database", "properties": {"templateFile": "database.template.json"}}}}
                """);
        files.put("cdk.out/network.template.json", network);
        files.put("cdk.out/database.template.json", database);
        return Foundations.findings(Synthesis.of(files)).map(Finding::text).collect(Collectors.joining("\n"));
    }
}
