package dev.slipway.capability.streaming.msk;

import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.materializes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.msk.ProvisionedMsk.provisionedMsk;
import static dev.slipway.testing.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.testing.assertion.ResourceAssert;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProvisionedMskTest {
    private static final Topic PLACED =
            Topic.named("order.placed").partitions(6).keyedBy("orderId");
    private static final Topic PRICES = Topic.named("prices").partitions(1).compact();

    private static Synthesis synthesis;

    @BeforeAll
    static void render() {
        synthesis = Sample.with(provisionedMsk().storage(200))
                .services(
                        Service.java("order").needs(publishes(PLACED), publishes(PRICES)),
                        Service.java("payment")
                                .needs(consumes(PLACED.retainedFor(Topic.DEFAULT_RETENTION)), materializes(PRICES)))
                .render();
    }

    @Nested
    class Cluster {
        private static final String SUBNETS = "ReadShopProdNetworkIsolatedSubnetIds";

        private static ResourceAssert cluster() {
            return prod().resource("AWS::MSK::Cluster");
        }

        @Test
        void admitsNobodyWithoutTlsAndIam() {
            cluster()
                    .hasProperty(
                            "ClientAuthentication",
                            Tree.ofYaml("{ Sasl: { Iam: { Enabled: true } }, Unauthenticated: { Enabled: false } }"))
                    .hasProperty(
                            "EncryptionInfo.EncryptionInTransit", Tree.ofYaml("{ ClientBroker: TLS, InCluster: true }"))
                    .refersTo("EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId", "AWS::KMS::Key");
        }

        @Test
        void standsOverThreeZonesInTheIsolatedSubnets() {
            cluster()
                    .hasProperty("NumberOfBrokerNodes", 3)
                    .hasProperty("BrokerNodeGroupInfo.ClientSubnets", Tree.ofYaml("""
                            - Fn::Select: [0, { Ref: %1$s }]
                            - Fn::Select: [1, { Ref: %1$s }]
                            - Fn::Select: [2, { Ref: %1$s }]
                            """.formatted(SUBNETS)))
                    .hasProperty("KafkaVersion", "4.1.x.kraft");
        }

        @Test
        void makesTopicsByDeclarationOnlyAndSurvivesAPatchOfAnyBroker() {
            prod().resource("AWS::MSK::Configuration").hasProperty("ServerProperties", """
                    auto.create.topics.enable=false
                    default.replication.factor=3
                    min.insync.replicas=2
                    unclean.leader.election.enable=false
                    num.partitions=1
                    """);
        }

        @Test
        void growsItsStorageAndNeverShrinksIt() {
            cluster().hasProperty("BrokerNodeGroupInfo.StorageInfo.EBSStorageInfo.VolumeSize", 200);
            prod().resource("AWS::ApplicationAutoScaling::ScalableTarget").hasProperty("MaxCapacity", 800);
            prod().resource("AWS::ApplicationAutoScaling::ScalingPolicy")
                    .hasProperty("TargetTrackingScalingPolicyConfiguration.DisableScaleIn", true);
        }

        @Test
        void isKeptInProductionAndGoesElsewhere() {
            cluster().hasAttribute("DeletionPolicy", "RetainExceptOnCreate");
            topic("order.placed").hasAttribute("DeletionPolicy", "RetainExceptOnCreate");
            assertThat(synthesis)
                    .environment("dev")
                    .resource("AWS::MSK::Cluster")
                    .hasAttribute("DeletionPolicy", "Delete");
        }

        @Test
        void isReachedByPodsOnTheIamPortAlone() {
            assertThat(synthesis)
                    .stack("prod/streaming")
                    .resource("AWS::EC2::SecurityGroup")
                    .property("SecurityGroupIngress")
                    .extracting("FromPort", "ToPort", "SourceSecurityGroupId.Ref")
                    .hasItems(List.of(9098, 9098, "ReadShopProdClusterSecurityGroupId"));
        }
    }

    @Nested
    class TwoBrokers {
        @Test
        void keepAcceptingWritesWhileOneIsPatched() {
            EnvironmentAssert two = assertThat(Sample.with(provisionedMsk().brokers(2))
                            .services(
                                    Service.java("order").needs(publishes(PLACED)),
                                    Service.java("payment").needs(consumes(PLACED)))
                            .renderDev())
                    .environment("dev");
            two.resource("AWS::MSK::Cluster")
                    .property("BrokerNodeGroupInfo.ClientSubnets")
                    .hasSize(2);
            two.resource("AWS::MSK::Configuration")
                    .property("ServerProperties")
                    .asText()
                    .contains("default.replication.factor=2\nmin.insync.replicas=1\n");
            two.resources("AWS::MSK::Topic").each(topic -> topic.hasProperty("ReplicationFactor", 2));
        }
    }

    @Nested
    class Topics {
        @Test
        void areThoseDeclaredAndTheDeadLettersOfEachConsumer() {
            prod().resources("AWS::MSK::Topic").areNamed("order.placed", "order.placed.payment.dlt", "prices");
        }

        @Test
        void haveTheirPartitionsReplicasAndRetention() {
            topic("order.placed").hasProperty("PartitionCount", 6).hasProperty("ReplicationFactor", 3);
            configuration("order.placed").isEqualTo("""
                    cleanup.policy=delete
                    retention.ms=604800000
                    min.insync.replicas=2
                    """);
        }

        @Test
        void areCompactedWithoutRetention() {
            configuration("prices").isEqualTo("""
                    cleanup.policy=compact
                    min.insync.replicas=2
                    """);
        }

        @Test
        void keepDeadLettersTwiceAsLong() {
            configuration("order.placed.payment.dlt")
                    .contains("retention.ms=" + Duration.ofDays(14).toMillis() + "\n");
        }

        private static AbstractStringAssert<?> configuration(String topic) {
            return topic(topic)
                    .property("Configs")
                    .asText()
                    .asBase64Decoded()
                    .asString()
                    .as("settings of topic %s", topic);
        }
    }

    @Nested
    class AddressesOfTheBrokers {
        private static final String CALL = """
                {"action":"getBootstrapBrokers","service":"Kafka","outputPaths":["BootstrapBrokerStringSaslIam"],\
                "parameters":{"ClusterArn":"${%s/streaming/Cluster/Arn}"},\
                "physicalResourceId":{"id":"bootstrap-brokers-%s"}}""";

        private static ResourceAssert question() {
            return prod().resource("Custom::AWS");
        }

        @Test
        void areAskedForWhenTheClusterIsMade() {
            question().hasText("Create", CALL.formatted("prod", 3));
        }

        @Test
        void areAskedForAgainWhenBrokersAreAdded() {
            question().hasText("Update", CALL.formatted("prod", 3));
            assertThat(Sample.with(provisionedMsk().brokers(6))
                            .services(Service.java("order").needs(publishes(PLACED)))
                            .renderDev())
                    .environment("dev")
                    .resource("Custom::AWS")
                    .hasText("Update", CALL.formatted("dev", 6));
        }

        @Test
        void areNotAskedForWhenTheClusterGoes() {
            question().doesNotHaveProperty("Delete");
        }

        @Test
        void areAskedForByAFunctionThatMayAskNothingElse() {
            assertThat(synthesis).stack("prod/streaming").hasNoResources("AWS::IAM::Policy");
            assertThat(synthesis)
                    .stack("prod/streaming")
                    .resource("AWS::IAM::Role", "BootstrapBrokersRole")
                    .hasProperty("Policies.0.PolicyDocument.Statement", Tree.ofYaml("""
                            - Effect: Allow
                              Action: ["kafka:GetBootstrapBrokers"]
                              Resource: [{ Fn::GetAtt: [Cluster, Arn] }]
                            - Effect: Allow
                              Action: ["logs:CreateLogStream", "logs:PutLogEvents"]
                              Resource: [{ Fn::GetAtt: [BootstrapBrokersLogs764233FF, Arn] }]
                            """));
        }

        @Test
        void arePublishedBesideThePathOfTheCluster() {
            assertThat(synthesis)
                    .stack("prod/streaming")
                    .resources("AWS::SSM::Parameter")
                    .areNamed("/shop/prod/streaming/bootstrap-brokers", "/shop/prod/streaming/cluster-path");
        }
    }

    @Test
    void isNotMadeWhereNobodyStreams() {
        assertThat(Sample.with(provisionedMsk()).render())
                .doesNotHaveStack("prod/streaming")
                .environment("prod")
                .resources("AWS::MSK::Cluster")
                .areNone();
    }

    private static EnvironmentAssert prod() {
        return assertThat(synthesis).environment("prod");
    }

    private static ResourceAssert topic(String name) {
        return prod().resource("AWS::MSK::Topic", name);
    }
}
