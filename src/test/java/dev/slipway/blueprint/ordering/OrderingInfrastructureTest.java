package dev.slipway.blueprint.ordering;

import static dev.slipway.testing.Assertions.assertThat;

import dev.slipway.review.Synthesis;
import dev.slipway.review.SynthesizedEnvironment;
import dev.slipway.testing.InEnvironment;
import dev.slipway.testing.SynthesizedBy;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The infrastructure of the default platform, tested as a user would test theirs. */
@SynthesizedBy(OrderingPlatform.class)
class OrderingInfrastructureTest {
    @Test
    void runsInFourEnvironments(Synthesis synthesis) {
        assertThat(synthesis).hasEnvironments("dev", "staging", "prod", "local");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void hasAStackForEachConcern(String environment, Synthesis synthesis) {
        assertThat(synthesis)
                .environment(environment)
                .hasStacks("network", "cluster", "streaming", "database", "cache", "secrets", "identity");
    }

    @ParameterizedTest
    @CsvSource({"dev, ordering-dev", "staging, ordering-staging", "prod, ordering", "local, ordering-local"})
    void keepsToItsNamespace(String environment, String namespace, Synthesis synthesis) {
        assertThat(synthesis)
                .environment(environment)
                .manifests("Deployment")
                .areNamed("ai", "auth", "common", "notification", "order", "payment", "store", "user")
                .each(deployment -> deployment.isInNamespace(namespace));
    }

    @Test
    void containersAreHardenedEverywhere(Synthesis synthesis) {
        assertThat(synthesis)
                .eachEnvironment(environment -> environment.eachWorkload(workload -> workload.eachContainer(
                        container -> container.runsAsNonRoot().isUnprivileged().hasReadOnlyRootFilesystem())));
    }

    @Nested
    class InProduction {
        @Test
        void topicsOutliveTheirStack(@InEnvironment("prod") SynthesizedEnvironment prod) {
            assertThat(prod).resources("AWS::MSK::Topic").hasCount(32).each(topic -> topic.isRetained());
            assertThat(prod)
                    .resource("AWS::MSK::Topic", "order.placed")
                    .hasProperty("PartitionCount", 12)
                    .hasProperty("ReplicationFactor", 3);
        }

        @Test
        void theDatabaseIsEncryptedAndSurvivesAZone(@InEnvironment("prod") SynthesizedEnvironment prod) {
            assertThat(prod)
                    .resource("AWS::RDS::DBInstance")
                    .hasProperty("MultiAZ", true)
                    .hasProperty("StorageEncrypted", true)
                    .hasProperty("DeletionProtection", true)
                    .isRetained();
        }

        @Test
        void customersComeInByTheirRoutes(@InEnvironment("prod") SynthesizedEnvironment prod) {
            assertThat(prod)
                    .hasRoutes(
                            "/api/auth",
                            "/api/orders",
                            "/api/products",
                            "/api/recommendations",
                            "/api/reference",
                            "/api/users")
                    .route("/api/orders")
                    .leadsTo("order")
                    .isOnHost("shop.example.com");
        }
    }

    @Nested
    class TheOrderService {
        @Test
        void scalesWithItsLoadInProductionAlone(Synthesis synthesis) {
            assertThat(synthesis).environment("dev").service("order").hasReplicas(1);
            assertThat(synthesis).environment("prod").service("order").autoscales(3, 10);
        }

        /** The same on MSK, by IAM, as on the Kafka of a laptop, by its access lists. */
        @ParameterizedTest
        @ValueSource(strings = {"dev", "staging", "prod", "local"})
        void publishesAndReadsItsOwnTopicsOnly(String environment, Synthesis synthesis) {
            assertThat(synthesis)
                    .environment(environment)
                    .service("order")
                    .mayPublishTo("order.placed")
                    .mayRead("payment.settled")
                    .mayNotPublishTo("payment.settled")
                    .mayNotRead("user.credential.set");
        }

        @Test
        void talksToOthersByTopicsAndNotOverTheNetwork(@InEnvironment("prod") SynthesizedEnvironment prod) {
            assertThat(prod)
                    .service("order")
                    .cannotReach("payment")
                    .cannotReach("store")
                    .cannotReach("api.payments.example.com", 443);
        }

        @Test
        void findsItsDatabaseAndKafkaByValuesThatAwsKnows(@InEnvironment("prod") SynthesizedEnvironment prod) {
            assertThat(prod)
                    .service("order")
                    .container()
                    .variable("DATABASE_HOST")
                    .comesFromParameter("/ordering/prod/database/endpoint");
            assertThat(prod)
                    .service("order")
                    .container()
                    .variable("DATABASE_PASSWORD")
                    .comesFromSecret("ordering/prod/order/database", "password");
            assertThat(prod)
                    .service("order")
                    .container()
                    .variable("KAFKA_GROUP_ID")
                    .is("order");
        }

        @Test
        void saysWhenItIsReady(@InEnvironment("prod") SynthesizedEnvironment prod) {
            assertThat(prod)
                    .service("order")
                    .container()
                    .readinessProbe()
                    .gets("/actuator/health/readiness")
                    .onPort(8080)
                    .every(Duration.ofSeconds(5))
                    .failsAfter(2);
        }
    }

    /** Both planes have to agree: the policies of the pods, and the security groups of brokers, database and cache. */
    @Nested
    class DataStores {
        @ParameterizedTest
        @ValueSource(strings = {"dev", "staging", "prod"})
        void letInWhoNeedsThemOnTheirPortsAlone(String environment, Synthesis synthesis) {
            assertThat(synthesis)
                    .environment(environment)
                    .service("order")
                    .canReach("AWS::RDS::DBInstance", 5432)
                    .cannotReach("AWS::RDS::DBInstance", 22)
                    .canReach("AWS::MSK::Cluster", 9098)
                    .cannotReach("AWS::MSK::Cluster", 9092);
        }

        @Test
        void areClosedToWhoDoesNotNeedThem(@InEnvironment("prod") SynthesizedEnvironment prod) {
            assertThat(prod).service("auth").canReach("AWS::ElastiCache::ReplicationGroup", 6379);
            assertThat(prod).service("payment").cannotReach("AWS::ElastiCache::ReplicationGroup", 6379);
        }
    }

    @Nested
    class Mail {
        @Test
        void leavesByTheSubmissionPortAlone(@InEnvironment("prod") SynthesizedEnvironment prod) {
            assertThat(prod)
                    .service("notification")
                    .canReach("smtp.example.com", 587)
                    .cannotReach("smtp.example.com", 25)
                    .cannotReach("example.com", 587);
        }

        @Test
        void isSentWithACredentialThatStandsInNoManifest(Synthesis synthesis) {
            assertThat(synthesis).eachEnvironment(environment -> environment
                    .service("notification")
                    .container()
                    .variable("SMTP_PASSWORD")
                    .isSecret());
        }
    }
}
