package dev.slipway.capability.database;

import static dev.slipway.capability.database.AuroraPostgres.auroraPostgres;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.Resources.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Service;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
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

        private static Resource cluster(String environment) {
            return resource(synthesis.template(environment + "/database"), "Cluster");
        }

        @Test
        void pausesOutsideProduction() {
            assertThat(cluster("dev").property("ServerlessV2ScalingConfiguration"))
                    .hasToString("{\"MaxCapacity\":4,\"MinCapacity\":0,\"SecondsUntilAutoPause\":300}");
            assertThat(synthesis.resources("dev", "AWS::RDS::DBInstance")).hasSize(1);
        }

        @Test
        void hasAReaderThatTakesOverInProduction() {
            assertThat(cluster("prod").property("ServerlessV2ScalingConfiguration"))
                    .hasToString("{\"MaxCapacity\":16,\"MinCapacity\":2}");
            assertThat(synthesis.resources("prod", "AWS::RDS::DBInstance"))
                    .extracting(instance -> instance.property("DBInstanceClass").text())
                    .containsExactly("db.serverless", "db.serverless");
            assertThat(cluster("prod").property("DeletionProtection").isTrue()).isTrue();
            assertThat(cluster("prod").tree().get("DeletionPolicy").text()).isEqualTo("RetainExceptOnCreate");
        }

        @Test
        void isEncryptedOnTheWireAndAtRest() {
            Template database = synthesis.template("dev/database");

            assertThat(resource(database, "ClusterParameters").property("Parameters"))
                    .hasToString("{\"log_error_verbosity\":\"terse\",\"rds.force_ssl\":\"1\"}");
            assertThat(resource(database, "ClusterParameters")
                            .property("Family")
                            .text())
                    .isEqualTo("aurora-postgresql17");
            assertThat(cluster("dev").property("StorageEncrypted").isTrue()).isTrue();
            assertThat(cluster("dev").property("MasterUserPassword").toString()).contains(":SecretString:password::");
            assertThat(cluster("dev").property("Port").number()).hasValue(5432L);
        }

        @Test
        void publishesWhereToWriteAndWhereToRead() {
            assertThat(synthesis.template("prod/database").resources("AWS::SSM::Parameter"))
                    .extracting(parameter -> parameter.property("Name").text() + " "
                            + parameter.property("Value.Fn::GetAtt").texts())
                    .containsExactlyInAnyOrder(
                            "/shop/prod/database/endpoint [Cluster, Endpoint.Address]",
                            "/shop/prod/database/reader-endpoint [Cluster, ReadEndpoint.Address]");
        }
    }

    @Test
    void staysAwakeBehindAProxyThatStartsAfterItsInstances() {
        Template database = platform(auroraPostgres().proxy()).render().template("dev/database");

        assertThat(resource(database, "Cluster").property("ServerlessV2ScalingConfiguration"))
                .hasToString("{\"MaxCapacity\":4,\"MinCapacity\":0.5}");
        assertThat(resource(database, "Target").property("DBClusterIdentifiers"))
                .hasToString("[{\"Ref\":\"Cluster\"}]");
        assertThat(resource(database, "Target").tree().get("DependsOn").texts()).containsExactly("Instance0");
    }

    @Test
    void restoresWithTheMasterOfTheSnapshot() {
        Resource cluster = resource(
                platform(auroraPostgres().restoreFrom("rds:shop-dev-2026-11-20-03-04"))
                        .render()
                        .template("dev/database"),
                "Cluster");

        assertThat(cluster.property("SnapshotIdentifier").text()).isEqualTo("rds:shop-dev-2026-11-20-03-04");
        assertThat(cluster.property("DBClusterIdentifier").text()).matches("shop-dev-restored-[0-9a-f]{7}");
        assertThat(cluster.property("MasterUsername").exists()).isFalse();
        assertThat(cluster.property("MasterUserPassword").exists()).isFalse();
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
