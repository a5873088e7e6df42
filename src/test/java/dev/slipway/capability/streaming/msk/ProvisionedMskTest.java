package dev.slipway.capability.streaming.msk;

import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.materializes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.msk.ProvisionedMsk.provisionedMsk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.platform.Service;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
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
        private final Resource cluster = only("prod", "AWS::MSK::Cluster");

        @Test
        void admitsNobodyWithoutTlsAndIam() {
            assertThat(cluster.property("ClientAuthentication"))
                    .hasToString("{\"Sasl\":{\"Iam\":{\"Enabled\":true}},\"Unauthenticated\":{\"Enabled\":false}}");
            assertThat(cluster.property("EncryptionInfo.EncryptionInTransit"))
                    .hasToString("{\"ClientBroker\":\"TLS\",\"InCluster\":true}");
            assertThat(cluster.property("EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId.Fn::GetAtt.0")
                            .text())
                    .startsWith("Key");
        }

        @Test
        void standsOverThreeZonesInTheIsolatedSubnets() {
            assertThat(cluster.property("NumberOfBrokerNodes").number()).contains(3L);
            assertThat(cluster.property("BrokerNodeGroupInfo.ClientSubnets").items())
                    .hasSize(3)
                    .allSatisfy(
                            subnet -> assertThat(subnet.toString()).contains("ReadShopProdNetworkIsolatedSubnetIds"));
            assertThat(cluster.property("KafkaVersion").text()).isEqualTo("4.1.x.kraft");
        }

        @Test
        void makesTopicsByDeclarationOnlyAndSurvivesAPatchOfAnyBroker() {
            assertThat(only("prod", "AWS::MSK::Configuration")
                            .property("ServerProperties")
                            .text())
                    .isEqualTo("""
                            auto.create.topics.enable=false
                            default.replication.factor=3
                            min.insync.replicas=2
                            unclean.leader.election.enable=false
                            num.partitions=1
                            """);
        }

        @Test
        void growsItsStorageAndNeverShrinksIt() {
            assertThat(cluster.property("BrokerNodeGroupInfo.StorageInfo.EBSStorageInfo.VolumeSize")
                            .number())
                    .contains(200L);
            assertThat(only("prod", "AWS::ApplicationAutoScaling::ScalableTarget")
                            .property("MaxCapacity")
                            .number())
                    .contains(800L);
            assertThat(only("prod", "AWS::ApplicationAutoScaling::ScalingPolicy")
                            .property("TargetTrackingScalingPolicyConfiguration.DisableScaleIn")
                            .isTrue())
                    .isTrue();
        }

        @Test
        void isKeptInProductionAndGoesElsewhere() {
            assertThat(cluster.tree().get("DeletionPolicy").text()).isEqualTo("RetainExceptOnCreate");
            assertThat(only("dev", "AWS::MSK::Cluster")
                            .tree()
                            .get("DeletionPolicy")
                            .text())
                    .isEqualTo("Delete");
            assertThat(only("prod", "AWS::MSK::Topic", "order.placed")
                            .tree()
                            .get("DeletionPolicy")
                            .text())
                    .isEqualTo("RetainExceptOnCreate");
        }

        @Test
        void isReachedByPodsOnTheIamPortAlone() {
            Resource group = synthesis
                    .template("prod/streaming")
                    .resources("AWS::EC2::SecurityGroup")
                    .get(0);
            assertThat(group.property("SecurityGroupIngress").items())
                    .singleElement()
                    .satisfies(rule -> {
                        assertThat(rule.get("FromPort").number()).contains(9098L);
                        assertThat(rule.get("ToPort").number()).contains(9098L);
                        assertThat(rule.at("SourceSecurityGroupId.Ref").text())
                                .isEqualTo("ReadShopProdClusterSecurityGroupId");
                    });
        }
    }

    @Nested
    class TwoBrokers {
        @Test
        void keepAcceptingWritesWhileOneIsPatched() {
            Synthesis two = Sample.with(provisionedMsk().brokers(2))
                    .services(
                            Service.java("order").needs(publishes(PLACED)),
                            Service.java("payment").needs(consumes(PLACED)))
                    .renderDev();
            assertThat(two.resources("dev", "AWS::MSK::Cluster")
                            .get(0)
                            .property("BrokerNodeGroupInfo.ClientSubnets")
                            .items())
                    .hasSize(2);
            assertThat(two.resources("dev", "AWS::MSK::Configuration")
                            .get(0)
                            .property("ServerProperties")
                            .text())
                    .contains("default.replication.factor=2\nmin.insync.replicas=1\n");
            assertThat(two.resources("dev", "AWS::MSK::Topic")
                            .get(0)
                            .property("ReplicationFactor")
                            .number())
                    .contains(2L);
        }
    }

    @Nested
    class Topics {
        @Test
        void areThoseDeclaredAndTheDeadLettersOfEachConsumer() {
            assertThat(synthesis.resources("prod", "AWS::MSK::Topic"))
                    .extracting(topic -> topic.property("TopicName").text())
                    .containsExactlyInAnyOrder("order.placed", "order.placed.payment.dlt", "prices");
        }

        @Test
        void haveTheirPartitionsReplicasAndRetention() {
            Resource topic = only("prod", "AWS::MSK::Topic", "order.placed");
            assertThat(topic.property("PartitionCount").number()).contains(6L);
            assertThat(topic.property("ReplicationFactor").number()).contains(3L);
            assertThat(configuration(topic))
                    .containsExactly("cleanup.policy=delete", "retention.ms=604800000", "min.insync.replicas=2");
        }

        @Test
        void areCompactedWithoutRetention() {
            assertThat(configuration(only("prod", "AWS::MSK::Topic", "prices")))
                    .containsExactly("cleanup.policy=compact", "min.insync.replicas=2");
        }

        @Test
        void keepDeadLettersTwiceAsLong() {
            assertThat(configuration(only("prod", "AWS::MSK::Topic", "order.placed.payment.dlt")))
                    .contains("retention.ms=" + Duration.ofDays(14).toMillis());
        }

        private static List<String> configuration(Resource topic) {
            byte[] text = Base64.getDecoder().decode(topic.property("Configs").text());
            return new String(text, StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Nested
    class AddressesOfTheBrokers {
        private final Resource question = only("prod", "Custom::AWS");

        @Test
        void areAskedForWhenTheClusterIsMade() {
            assertThat(call("Create")).isEqualTo("""
                            {"action":"getBootstrapBrokers","service":"Kafka","outputPaths":["BootstrapBrokerStringSaslIam"],\
                            "parameters":{"ClusterArn":"<Cluster.Arn>"},"physicalResourceId":{"id":"bootstrap-brokers-3"}}""");
        }

        @Test
        void areAskedForAgainWhenBrokersAreAdded() {
            assertThat(call("Update")).isEqualTo(call("Create"));
            Synthesis more = Sample.with(provisionedMsk().brokers(6))
                    .services(Service.java("order").needs(publishes(PLACED)))
                    .renderDev();
            assertThat(call(more.resources("dev", "Custom::AWS").get(0), "Update"))
                    .contains("\"id\":\"bootstrap-brokers-6\"");
        }

        @Test
        void areNotAskedForWhenTheClusterGoes() {
            assertThat(question.property("Delete").exists()).isFalse();
        }

        @Test
        void areAskedForByAFunctionThatMayAskNothingElse() {
            assertThat(synthesis.template("prod/streaming").resources("AWS::IAM::Policy"))
                    .isEmpty();
            assertThat(synthesis.template("prod/streaming").resources("AWS::IAM::Role"))
                    .filteredOn(role -> role.id().equals("BootstrapBrokersRole"))
                    .singleElement()
                    .satisfies(
                            role -> assertThat(role.property("Policies.0.PolicyDocument.Statement"))
                                    .hasToString(
                                            "[{\"Action\":[\"kafka:GetBootstrapBrokers\"],\"Effect\":\"Allow\",\"Resource\":[{\"Fn::GetAtt\":[\"Cluster\", \"Arn\"]}]}, "
                                                    + "{\"Action\":[\"logs:CreateLogStream\", \"logs:PutLogEvents\"],\"Effect\":\"Allow\",\"Resource\":[{\"Fn::GetAtt\":[\"BootstrapBrokersLogs764233FF\", \"Arn\"]}]}]"));
        }

        @Test
        void arePublishedBesideThePathOfTheCluster() {
            assertThat(synthesis.template("prod/streaming").resources("AWS::SSM::Parameter"))
                    .extracting(parameter -> parameter.property("Name").text())
                    .containsExactlyInAnyOrder(
                            "/shop/prod/streaming/bootstrap-brokers", "/shop/prod/streaming/cluster-path");
        }

        private String call(String event) {
            return call(question, event);
        }

        private static String call(Resource question, String event) {
            StringBuilder text = new StringBuilder();
            for (Tree part : question.property(event + ".Fn::Join.1").items()) {
                List<String> attribute = part.get("Fn::GetAtt").texts();
                text.append(attribute.isEmpty() ? part.text() : "<" + String.join(".", attribute) + ">");
            }
            return text.toString();
        }
    }

    @Test
    void isNotMadeWhereNobodyStreams() {
        Synthesis quiet = Sample.with(provisionedMsk()).render();
        assertThat(quiet.resources("prod", "AWS::MSK::Cluster")).isEmpty();
        assertThat(quiet.templates("prod"))
                .noneMatch(template -> template.concern().equals("streaming"));
    }

    private static Resource only(String environment, String type) {
        List<Resource> resources = synthesis.resources(environment, type);
        assertThat(resources).hasSize(1);
        return resources.get(0);
    }

    private static Resource only(String environment, String type, String topic) {
        return synthesis.resources(environment, type).stream()
                .filter(resource -> resource.property("TopicName").text().equals(topic))
                .findFirst()
                .orElseThrow();
    }
}
