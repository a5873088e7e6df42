package dev.slipway.capability.database;

import static dev.slipway.capability.database.AuroraPostgres.auroraPostgres;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.plan.ServicePlan;
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

class AuroraPostgresTest {
    private static Sample platform(AuroraPostgres aurora) {
        return Sample.with(aurora).services(Service.java("order").needs(postgres()));
    }

    @Nested
    class Rendered {
        private static Synthesis synthesis;

        @BeforeAll
        static void render() {
            synthesis = platform(auroraPostgres()).render();
        }

        private static ResourceAssert cluster(String environment) {
            return assertThat(synthesis).environment(environment).resource("AWS::RDS::DBCluster");
        }

        @Test
        void pausesOutsideProduction() {
            cluster("dev")
                    .hasProperty(
                            "ServerlessV2ScalingConfiguration",
                            Map.of("MaxCapacity", 4, "MinCapacity", 0, "SecondsUntilAutoPause", 300));
            assertThat(synthesis)
                    .environment("dev")
                    .resources("AWS::RDS::DBInstance")
                    .hasCount(1);
        }

        @Test
        void hasAReaderThatTakesOverInProduction() {
            cluster("prod")
                    .hasProperty("ServerlessV2ScalingConfiguration", Map.of("MaxCapacity", 16, "MinCapacity", 2))
                    .hasProperty("DeletionProtection", true)
                    .hasAttribute("DeletionPolicy", "RetainExceptOnCreate");
            assertThat(synthesis)
                    .environment("prod")
                    .resources("AWS::RDS::DBInstance")
                    .extracting("DBInstanceClass")
                    .hasItems("db.serverless", "db.serverless");
        }

        @Test
        void isEncryptedOnTheWireAndAtRest() {
            assertThat(synthesis)
                    .stack("dev/database")
                    .resource("AWS::RDS::DBClusterParameterGroup")
                    .hasProperty("Parameters", Map.of("log_error_verbosity", "terse", "rds.force_ssl", "1"))
                    .hasProperty("Family", "aurora-postgresql17");
            cluster("dev")
                    .hasProperty("StorageEncrypted", true)
                    .hasProperty("MasterUserPassword.Fn::Join.1.2", ":SecretString:password::}}")
                    .hasProperty("Port", 5432);
        }

        @Test
        void publishesWhereToWriteAndWhereToRead() {
            assertThat(synthesis)
                    .stack("prod/database")
                    .resources("AWS::SSM::Parameter")
                    .extracting("Name", "Value.Fn::GetAtt")
                    .hasItemsInAnyOrder(
                            List.of("/shop/prod/database/endpoint", List.of("Cluster", "Endpoint.Address")),
                            List.of("/shop/prod/database/reader-endpoint", List.of("Cluster", "ReadEndpoint.Address")));
        }
    }

    @Test
    void staysAwakeBehindAProxyThatStartsAfterItsInstances() {
        StackAssert database =
                assertThat(platform(auroraPostgres().proxy()).render()).stack("dev/database");

        database.resource("AWS::RDS::DBCluster")
                .hasProperty("ServerlessV2ScalingConfiguration", Map.of("MaxCapacity", 4, "MinCapacity", 0.5));
        database.resource("AWS::RDS::DBProxyTargetGroup")
                .hasProperty("DBClusterIdentifiers", List.of(Map.of("Ref", "Cluster")))
                .hasAttribute("DependsOn", List.of("Instance0"));
    }

    @Test
    void restoresWithTheMasterOfTheSnapshot() {
        assertThat(platform(auroraPostgres().restoreFrom("rds:shop-dev-2026-11-20-03-04"))
                        .render())
                .stack("dev/database")
                .resource("AWS::RDS::DBCluster")
                .hasProperty("SnapshotIdentifier", "rds:shop-dev-2026-11-20-03-04")
                .doesNotHaveProperty("MasterUsername")
                .doesNotHaveProperty("MasterUserPassword")
                .property("DBClusterIdentifier")
                .asText()
                .matches("shop-dev-restored-[0-9a-f]{7}");
    }

    @Test
    void tellsServicesWhereToReadOnlyWhereThereIsAReader() {
        assertThat(platform(auroraPostgres()).planned("order").variables())
                .extracting(Variable::name)
                .contains("DATABASE_HOST")
                .doesNotContain("DATABASE_READER_HOST");
        ServicePlan inProduction = platform(auroraPostgres())
                .plan()
                .verify()
                .environments()
                .get(1)
                .services()
                .get(0);
        assertThat(inProduction.variables()).extracting(Variable::name).contains("DATABASE_READER_HOST");
    }
}
