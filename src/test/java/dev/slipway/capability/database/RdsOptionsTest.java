package dev.slipway.capability.database;

import static dev.slipway.capability.database.Databases.mysql;
import static dev.slipway.capability.database.Databases.oracle;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.RdsMysql.rdsMysql;
import static dev.slipway.capability.database.RdsOracle.rdsOracle;
import static dev.slipway.capability.database.RdsPostgres.rdsPostgres;
import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.ResourceAssert;
import dev.slipway.testing.assertion.StackAssert;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RdsOptionsTest {
    private static Sample platform(RdsPostgres rds) {
        return Sample.with(rds).services(Service.java("order").needs(postgres()), Service.java("front"));
    }

    @Nested
    class Chosen {
        private static Synthesis synthesis;

        @BeforeAll
        static void render() {
            synthesis = Sample.with(
                            rdsPostgres()
                                    .instanceClass("db.m7g.large")
                                    .storage(100)
                                    .multiZone()
                                    .backups(3)
                                    .upgradeFrom("17")
                                    .readReplicas(2),
                            rdsMysql().majorVersion("8.0").instanceClass("db.t4g.small"),
                            rdsOracle().restoreFrom("before-import"))
                    .services(
                            Service.java("order").needs(postgres()),
                            Service.java("blog").needs(mysql()),
                            Service.java("ledger").needs(oracle()))
                    .render();
        }

        private static ResourceAssert instance(String stack) {
            return assertThat(synthesis).stack(stack).resource("AWS::RDS::DBInstance", "Instance");
        }

        @Test
        void isAsChosen() {
            instance("dev/database")
                    .hasProperty("DBInstanceClass", "db.m7g.large")
                    .hasProperty("AllocatedStorage", "100")
                    .hasProperty("MaxAllocatedStorage", 500)
                    .hasProperty("MultiAZ", true)
                    .hasProperty("BackupRetentionPeriod", 3)
                    .hasProperty("AllowMajorVersionUpgrade", true);
        }

        @Test
        void copiesTheInstanceForReaders() {
            StackAssert database = assertThat(synthesis).stack("dev/database");

            database.resource("AWS::RDS::DBInstance", "shop-dev-reader-2")
                    .hasProperty("SourceDBInstanceIdentifier.Ref", "Instance")
                    .doesNotHaveProperty("MasterUsername")
                    .doesNotHaveProperty("DBSubnetGroupName");
            database.resource("AWS::SSM::Parameter", "/shop/dev/database/reader-endpoint")
                    .hasText(
                            "Value",
                            "${dev/database/Reader1/Endpoint.Address},${dev/database/Reader2/Endpoint.Address}");
        }

        @Test
        void runsAnOlderMajorVersionWithItsParameters() {
            instance("dev/mysql").hasProperty("EngineVersion", "8.0.46");
            assertThat(synthesis)
                    .stack("dev/mysql")
                    .resource("AWS::RDS::DBParameterGroup", "Parameters")
                    .hasProperty("Family", "mysql8.0");
        }

        @Test
        void leavesOutPerformanceInsightsWhereMySqlHasNone() {
            instance("dev/mysql").hasProperty("EnablePerformanceInsights", false);
        }

        @Test
        void restoresUnderANameOfItsOwnWithoutWhatTheSnapshotDecides() {
            instance("dev/oracle")
                    .hasProperty("DBSnapshotIdentifier", "before-import")
                    .hasProperty("MasterUserPassword")
                    .doesNotHaveProperty("MasterUsername")
                    .doesNotHaveProperty("StorageEncrypted")
                    .doesNotHaveProperty("KmsKeyId")
                    .doesNotHaveProperty("DBName")
                    .doesNotHaveProperty("CharacterSetName")
                    .property("DBInstanceIdentifier")
                    .asText()
                    .matches("shop-dev-oracle-restored-[0-9a-f]{7}");
            assertThat(synthesis).stack("dev/oracle").hasResources("AWS::KMS::Key", 1);
        }
    }

    @Nested
    class Proxied {
        private static Synthesis synthesis;

        @BeforeAll
        static void render() {
            synthesis = platform(rdsPostgres().proxy()).render();
        }

        private static StackAssert database() {
            return assertThat(synthesis).stack("dev/database");
        }

        @Test
        void poolsTheConnectionsOfServices() {
            database()
                    .resource("AWS::RDS::DBProxy")
                    .hasProperty("EngineFamily", "POSTGRESQL")
                    .hasProperty("RequireTLS", true)
                    .hasProperty("Auth", ofYaml("""
                            - AuthScheme: SECRETS
                              ClientPasswordAuthType: POSTGRES_SCRAM_SHA_256
                              IAMAuth: DISABLED
                              SecretArn: { Ref: %s }
                            """.formatted(credentialOfOrder())));
            database()
                    .resource("AWS::RDS::DBProxyTargetGroup", "Target")
                    .hasProperty("DBInstanceIdentifiers", List.of(Map.of("Ref", "Instance")));
        }

        @Test
        void readsTheSecretsOfServicesAndNotTheMasters() {
            database()
                    .resource("AWS::IAM::Role", "shop.dev.platform.database-proxy")
                    .hasProperty("Policies.0.PolicyDocument.Statement", ofYaml("""
                            - Effect: Allow
                              Action: secretsmanager:GetSecretValue
                              Resource: [{ Ref: %s }]
                            """.formatted(credentialOfOrder())));
        }

        private static String credentialOfOrder() {
            return database()
                    .resource("AWS::SecretsManager::Secret", "shop/dev/order/database")
                    .actual()
                    .id();
        }

        @Test
        void isWhereServicesConnectAndMayReachTheServer() {
            database()
                    .resources("AWS::SSM::Parameter")
                    .extracting("Name", "Value.Fn::GetAtt")
                    .hasItemsInAnyOrder(
                            List.of("/shop/dev/database/endpoint", List.of("RdsProxy", "Endpoint")),
                            List.of("/shop/dev/database/server-endpoint", List.of("Instance", "Endpoint.Address")));
            database()
                    .resource("AWS::EC2::SecurityGroupIngress", "FromProxy")
                    .hasProperty("SourceSecurityGroupId.Fn::GetAtt", List.of("Proxy", "GroupId"));
        }

        @Test
        void isPassedByTheSetUp() {
            Task task = platform(rdsPostgres().proxy()).planned("order").tasks().get(0);

            assertThat(task.variables())
                    .filteredOn(variable -> variable.name().equals("PGHOST"))
                    .extracting(Variable::source)
                    .hasToString(
                            "[FromParameter[parameter=Parameter[name=/shop/dev/database/server-endpoint, type=TEXT]]]");
        }
    }
}
