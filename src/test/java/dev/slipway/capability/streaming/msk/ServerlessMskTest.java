package dev.slipway.capability.streaming.msk;

import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.materializes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.msk.ServerlessMsk.serverlessMsk;
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
import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
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

        private static Resource cluster(String environment) {
            return synthesis
                    .resources(environment, "AWS::MSK::ServerlessCluster")
                    .get(0);
        }

        @Test
        void admitsByIamAloneFromTheIsolatedSubnets() {
            assertThat(cluster("dev").property("ClusterName").text()).isEqualTo("shop-dev");
            assertThat(cluster("dev").property("ClientAuthentication"))
                    .hasToString("{\"Sasl\":{\"Iam\":{\"Enabled\":true}}}");
            assertThat(cluster("dev").property("VpcConfigs").items())
                    .singleElement()
                    .satisfies(vpc -> {
                        assertThat(vpc.get("SubnetIds").items()).hasSize(3).allMatch(id -> id.toString()
                                .contains("ReadShopDevNetworkIsolatedSubnetIds"));
                        assertThat(vpc.get("SecurityGroups").items()).hasSize(1);
                    });
            assertThat(synthesis
                            .template("dev/streaming")
                            .resources("AWS::EC2::SecurityGroup")
                            .get(0)
                            .property("SecurityGroupIngress"))
                    .hasToString(
                            "[{\"Description\":\"Kafka with IAM, from pods\",\"FromPort\":9098,\"IpProtocol\":\"tcp\",\"SourceSecurityGroupId\":{\"Ref\":\"ReadShopDevClusterSecurityGroupId\"},\"ToPort\":9098}]");
        }

        @Test
        void isKeptInProductionOnly() {
            assertThat(cluster("dev").tree().get("DeletionPolicy").text()).isEqualTo("Delete");
            assertThat(cluster("prod").tree().get("DeletionPolicy").text()).isEqualTo("RetainExceptOnCreate");
        }

        @Test
        void publishesWhereItIs() {
            assertThat(synthesis.template("dev/streaming").resources("AWS::SSM::Parameter"))
                    .extracting(parameter -> parameter.property("Name").text())
                    .containsExactlyInAnyOrder(
                            "/shop/dev/streaming/bootstrap-brokers", "/shop/dev/streaming/cluster-path");
        }

        @Test
        void hasTheTopicsOfAServiceMadeUnderARoleOfItsOwn() {
            Manifest job = synthesis.manifests("dev", "Job").stream()
                    .filter(candidate -> candidate.name().startsWith("order-topics-"))
                    .findFirst()
                    .orElseThrow();
            assertThat(job.at("spec.template.spec.serviceAccountName").text()).isEqualTo("order-topics");
            assertThat(job.at("spec.template.spec.containers")
                            .items()
                            .get(0)
                            .get("image")
                            .text())
                    .isEqualTo("public.ecr.aws/docker/library/python:3.13.9-alpine");
            assertThat(synthesis.resources("dev", "AWS::EKS::PodIdentityAssociation"))
                    .extracting(association ->
                            association.property("ServiceAccount").text())
                    .contains("order-topics", "payment-topics", "store-topics");
            assertThat(synthesis.template("dev/identity").resources("AWS::IAM::Role"))
                    .filteredOn(role -> role.property("RoleName").text().equals("shop.dev.store-topics"))
                    .singleElement()
                    .satisfies(role -> assertThat(role.property("Policies").toString())
                            .contains("kafka-cluster:CreateTopic", "/prices")
                            .doesNotContain("/order.placed", "kafka-cluster:WriteData", "kafka-cluster:DeleteTopic"));
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
