package dev.slipway.capability.streaming.msk;

import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.materializes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.msk.ServerlessMsk.serverlessMsk;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Grant;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.Tier;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.testing.assertion.ResourceAssert;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ServerlessMskTest {
    private static Sample platform() {
        return Sample.with(serverlessMsk()).services(EveryTopicIsMadeTest.SERVICES);
    }

    @Nested
    class Rendered {
        private static Synthesis synthesis;

        @BeforeAll
        static void render() {
            synthesis = platform().render();
        }

        private static EnvironmentAssert dev() {
            return assertThat(synthesis).environment("dev");
        }

        private static ResourceAssert cluster(String environment) {
            return assertThat(synthesis).environment(environment).resource("AWS::MSK::ServerlessCluster");
        }

        @Test
        void admitsByIamAloneFromTheIsolatedSubnets() {
            cluster("dev")
                    .hasProperty("ClusterName", "shop-dev")
                    .hasProperty("ClientAuthentication", Tree.ofYaml("{ Sasl: { Iam: { Enabled: true } } }"))
                    .hasProperty(
                            "VpcConfigs.0.SubnetIds", Tree.ofYaml("""
                            - Fn::Select: [0, { Ref: %1$s }]
                            - Fn::Select: [1, { Ref: %1$s }]
                            - Fn::Select: [2, { Ref: %1$s }]
                            """.formatted("ReadShopDevNetworkIsolatedSubnetIds")))
                    .refersTo("VpcConfigs.0.SecurityGroups", "AWS::EC2::SecurityGroup")
                    .doesNotHaveProperty("VpcConfigs.0.SecurityGroups.1")
                    .doesNotHaveProperty("VpcConfigs.1");
            dev().stack("streaming")
                    .resource("AWS::EC2::SecurityGroup")
                    .hasProperty("SecurityGroupIngress", Tree.ofYaml("""
                    - Description: Kafka with IAM, from pods
                      IpProtocol: tcp
                      FromPort: 9098
                      ToPort: 9098
                      SourceSecurityGroupId: { Ref: ReadShopDevClusterSecurityGroupId }
                    """));
        }

        @Test
        void isKeptInProductionOnly() {
            cluster("dev").hasAttribute("DeletionPolicy", "Delete");
            cluster("prod").hasAttribute("DeletionPolicy", "RetainExceptOnCreate");
        }

        @Test
        void publishesWhereItIs() {
            dev().stack("streaming")
                    .resources("AWS::SSM::Parameter")
                    .areNamed("/shop/dev/streaming/bootstrap-brokers", "/shop/dev/streaming/cluster-path");
        }

        @Test
        void hasTheTopicsOfAServiceMadeUnderARoleOfItsOwn() {
            dev().service("order-topics")
                    .actsAs("shop.dev.order-topics")
                    .container()
                    .hasImage("public.ecr.aws/docker/library/python:3.13.9-alpine");
            dev().resources("AWS::EKS::PodIdentityAssociation")
                    .extracting("ServiceAccount")
                    .hasItem("order-topics")
                    .hasItem("payment-topics")
                    .hasItem("store-topics");
            dev().stack("identity")
                    .resource("AWS::IAM::Role", "shop.dev.store-topics")
                    .hasTexts(
                            "Policies.0.PolicyDocument.Statement.1.Resource",
                            "arn:aws:kafka:eu-central-1:111122223333:topic/${/shop/dev/streaming/cluster-path}/prices")
                    .property("Policies.0.PolicyDocument.Statement")
                    .extracting("Action")
                    .hasItems(
                            List.of("kafka-cluster:Connect"),
                            List.of(
                                    "kafka-cluster:AlterTopic",
                                    "kafka-cluster:AlterTopicDynamicConfiguration",
                                    "kafka-cluster:CreateTopic",
                                    "kafka-cluster:DescribeTopic",
                                    "kafka-cluster:DescribeTopicDynamicConfiguration"));
        }
    }

    @Nested
    class Bound {
        @Test
        void tellsAServiceWhatItIsToldOnOtherClusters() {
            ServicePlan own = platform().planned("order");
            ServicePlan other = Sample.with(ProvisionedMsk.provisionedMsk())
                    .services(EveryTopicIsMadeTest.SERVICES)
                    .planned("order");

            assertThat(own.variables()).isEqualTo(other.variables());
            assertThat(own.grants()).isEqualTo(other.grants());
            assertThat(own.edges()).isEqualTo(other.edges());
        }

        @Test
        void bindsOneTaskForAllNeedsOfAService() {
            assertThat(platform().planned("order").tasks()).singleElement().satisfies(task -> {
                assertThat(task.name()).isEqualTo("order-topics");
                assertThat(task.files().get(TopicTask.TOPICS)).isEqualTo("""
                        [
                          {"name": "order.placed", "partitions": 12, "settings": {"cleanup.policy": "delete", "retention.ms": "604800000", "retention.bytes": "-1"}},
                          {"name": "payment.settled.order.dlt", "partitions": 6, "settings": {"cleanup.policy": "delete", "retention.ms": "1209600000", "retention.bytes": "-1"}}
                        ]
                        """);
                assertThat(task.variables())
                        .extracting(Variable::name)
                        .containsExactly("KAFKA_BOOTSTRAP_SERVERS", "AWS_REGION");
                assertThat(task.edges())
                        .contains(NetworkEdge.out(
                                new Peer.OfSubnets(Tier.ISOLATED), 9098, "topics of order", Origin.unknown()));
            });
        }

        @Test
        void grantsATaskExactlyItsTopics() {
            Task task = platform().planned("payment").tasks().get(0);

            assertThat(task.grants())
                    .extracting(Grant::actions)
                    .containsExactly(
                            List.of("kafka-cluster:Connect"),
                            List.of(
                                    "kafka-cluster:AlterTopic",
                                    "kafka-cluster:AlterTopicDynamicConfiguration",
                                    "kafka-cluster:CreateTopic",
                                    "kafka-cluster:DescribeTopic",
                                    "kafka-cluster:DescribeTopicDynamicConfiguration"));
            assertThat(task.grants().get(1).resources())
                    .extracting(arn -> arn.pattern().replaceAll(".*/", ""))
                    .containsExactly("order.placed.payment.dlt", "payment.settled");
        }

        @Test
        void bindsNoTaskForWhoOwnsNoTopic() {
            Service[] services = {
                Service.java("store").needs(publishes(Topic.named("prices").compact())),
                Service.java("order").needs(materializes(Topic.named("prices").compact()))
            };
            assertThat(Sample.with(serverlessMsk())
                            .services(services)
                            .planned("order")
                            .tasks())
                    .isEmpty();
        }
    }

    @Nested
    class Checked {
        @Test
        void refusesMorePartitionsThanServerlessHolds() {
            Service[] services =
                    used(Topic.named("a").partitions(1000), Topic.named("b").partitions(201));
            assertThat(MskRules.inDev(serverlessMsk(), services))
                    .containsExactly(
                            "streaming/serverless-partitions",
                            "The partitions (2402) of all other topics together, dead letters included, must be at most 2400 on MSK Serverless.",
                            "declare fewer partitions, or choose expressMsk().");
            assertThat(MskRules.inDev(
                            serverlessMsk(),
                            used(
                                    Topic.named("a").partitions(1000),
                                    Topic.named("b").partitions(200))))
                    .isEmpty();
        }

        @Test
        void refusesMoreCompactedPartitionsThanServerlessHolds() {
            assertThat(MskRules.inDev(serverlessMsk(), compacted(121)))
                    .containsExactly(
                            "streaming/serverless-partitions",
                            "The partitions (121) of all compacted topics together, dead letters included, must be at most 120 on MSK Serverless.",
                            "declare fewer partitions, or choose expressMsk().");
            assertThat(MskRules.inDev(serverlessMsk(), compacted(120))).isEmpty();
        }

        private static Service[] used(Topic first, Topic second) {
            return new Service[] {
                Service.java("a").needs(publishes(first), publishes(second)),
                Service.java("b").needs(consumes(first), consumes(second))
            };
        }

        private static Service[] compacted(int partitions) {
            Topic topic = Topic.named("prices").partitions(partitions).compact();
            return new Service[] {
                Service.java("a").needs(publishes(topic)), Service.java("b").needs(materializes(topic))
            };
        }
    }
}
