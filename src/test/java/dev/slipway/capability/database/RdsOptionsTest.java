package dev.slipway.capability.database;

import static dev.slipway.capability.database.Databases.mysql;
import static dev.slipway.capability.database.Databases.oracle;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.RdsMysql.rdsMysql;
import static dev.slipway.capability.database.RdsOracle.rdsOracle;
import static dev.slipway.capability.database.RdsPostgres.rdsPostgres;
import static dev.slipway.capability.database.Resources.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Service;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RdsOptionsTest {
    private static Sample platform(RdsPostgres rds) {
        return Sample.with(rds).services(Service.java("order").needs(postgres()), Service.java("front"));
    }

    @Nested
    class Chosen {
        private static Template database;
        private static Template mysql;
        private static Template oracle;

        @BeforeAll
        static void render() {
            Synthesis synthesis = Sample.with(
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
            database = synthesis.template("dev/database");
            mysql = synthesis.template("dev/mysql");
            oracle = synthesis.template("dev/oracle");
        }

        @Test
        void isAsChosen() {
            Resource instance = resource(database, "Instance");

            assertThat(instance.property("DBInstanceClass").text()).isEqualTo("db.m7g.large");
            assertThat(instance.property("AllocatedStorage").text()).isEqualTo("100");
            assertThat(instance.property("MaxAllocatedStorage").number()).hasValue(500L);
            assertThat(instance.property("MultiAZ").isTrue()).isTrue();
            assertThat(instance.property("BackupRetentionPeriod").number()).hasValue(3L);
            assertThat(instance.property("AllowMajorVersionUpgrade").isTrue()).isTrue();
        }

        @Test
        void copiesTheInstanceForReaders() {
            Resource replica = resource(database, "Reader2");

            assertThat(replica.property("SourceDBInstanceIdentifier.Ref").text())
                    .isEqualTo("Instance");
            assertThat(replica.property("DBInstanceIdentifier").text()).isEqualTo("shop-dev-reader-2");
            assertThat(replica.property("MasterUsername").exists()).isFalse();
            assertThat(replica.property("DBSubnetGroupName").exists()).isFalse();
            assertThat(database.resources("AWS::SSM::Parameter"))
                    .filteredOn(
                            parameter -> parameter.property("Name").text().equals("/shop/dev/database/reader-endpoint"))
                    .singleElement()
                    .satisfies(
                            parameter -> assertThat(parameter.property("Value"))
                                    .hasToString(
                                            "{\"Fn::Join\":[\",\", [{\"Fn::GetAtt\":[\"Reader1\", \"Endpoint.Address\"]}, {\"Fn::GetAtt\":[\"Reader2\", \"Endpoint.Address\"]}]]}"));
        }

        @Test
        void runsAnOlderMajorVersionWithItsParameters() {
            assertThat(resource(mysql, "Instance").property("EngineVersion").text())
                    .isEqualTo("8.0.46");
            assertThat(resource(mysql, "Parameters").property("Family").text()).isEqualTo("mysql8.0");
        }

        @Test
        void leavesOutPerformanceInsightsWhereMySqlHasNone() {
            assertThat(resource(mysql, "Instance")
                            .property("EnablePerformanceInsights")
                            .text())
                    .isEqualTo("false");
        }

        @Test
        void restoresUnderANameOfItsOwnWithoutWhatTheSnapshotDecides() {
            Resource instance = resource(oracle, "Instance");

            assertThat(instance.property("DBSnapshotIdentifier").text()).isEqualTo("before-import");
            assertThat(instance.property("DBInstanceIdentifier").text())
                    .matches("shop-dev-oracle-restored-[0-9a-f]{7}");
            assertThat(instance.property("MasterUserPassword").exists()).isTrue();
            for (String decided :
                    List.of("MasterUsername", "StorageEncrypted", "KmsKeyId", "DBName", "CharacterSetName")) {
                assertThat(instance.property(decided).exists()).as(decided).isFalse();
            }
            assertThat(oracle.resources("AWS::KMS::Key")).hasSize(1);
        }
    }

    @Nested
    class Proxied {
        private static Template database;

        @BeforeAll
        static void render() {
            database = platform(rdsPostgres().proxy()).render().template("dev/database");
        }

        @Test
        void poolsTheConnectionsOfServices() {
            Resource proxy = resource(database, "RdsProxy");

            assertThat(proxy.property("EngineFamily").text()).isEqualTo("POSTGRESQL");
            assertThat(proxy.property("RequireTLS").isTrue()).isTrue();
            assertThat(proxy.property("Auth"))
                    .hasToString(
                            "[{\"AuthScheme\":\"SECRETS\",\"ClientPasswordAuthType\":\"POSTGRES_SCRAM_SHA_256\",\"IAMAuth\":\"DISABLED\",\"SecretArn\":{\"Ref\":\"%s\"}}]"
                                    .formatted(credentialOfOrder()));
            assertThat(resource(database, "Target").property("DBInstanceIdentifiers"))
                    .hasToString("[{\"Ref\":\"Instance\"}]");
        }

        @Test
        void readsTheSecretsOfServicesAndNotTheMasters() {
            Resource role = resource(database, "ProxyRole");

            assertThat(role.property("RoleName").text()).isEqualTo("shop.dev.platform.database-proxy");
            assertThat(role.property("Policies.0.PolicyDocument.Statement"))
                    .hasToString(
                            "[{\"Action\":\"secretsmanager:GetSecretValue\",\"Effect\":\"Allow\",\"Resource\":[{\"Ref\":\"%s\"}]}]"
                                    .formatted(credentialOfOrder()));
        }

        @Test
        void isWhereServicesConnectAndMayReachTheServer() {
            assertThat(database.resources("AWS::SSM::Parameter"))
                    .extracting(parameter -> parameter.property("Name").text() + " "
                            + parameter.property("Value.Fn::GetAtt").texts())
                    .containsExactlyInAnyOrder(
                            "/shop/dev/database/endpoint [RdsProxy, Endpoint]",
                            "/shop/dev/database/server-endpoint [Instance, Endpoint.Address]");
            assertThat(resource(database, "FromProxy").property("SourceSecurityGroupId.Fn::GetAtt"))
                    .hasToString("[\"Proxy\", \"GroupId\"]");
        }

        private static String credentialOfOrder() {
            return database.resources("AWS::SecretsManager::Secret").stream()
                    .filter(secret -> secret.property("Name").text().equals("shop/dev/order/database"))
                    .findFirst()
                    .orElseThrow()
                    .id();
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
