package dev.slipway.capability.streaming.lag;

import static dev.slipway.addon.Keda.keda;
import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.materializes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.lag.LagScaling.scaledOnLag;
import static dev.slipway.capability.streaming.msk.ServerlessMsk.serverlessMsk;
import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Sizing.MEDIUM;
import static dev.slipway.workload.Yaml.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.platform.Service;
import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import org.junit.jupiter.api.Test;

class LagScalingTest {
    private static final Topic PLACED = Topic.named("order.placed");
    private static final Topic SETTLED = Topic.named("payment.settled");
    private static final Topic PRICES = Topic.named("prices").compact();

    private static final Synthesis RENDERED = Sample.with(
                    keda(), serverlessMsk(), MEDIUM, autoscale(2, 12), scaledOnLag(500))
            .services(
                    Service.java("order").needs(publishes(PLACED), publishes(PRICES), materializes(PRICES)),
                    Service.java("payment").needs(consumes(PLACED), publishes(SETTLED)),
                    Service.go("mailer").worker().needs(consumes(PLACED), consumes(SETTLED)))
            .renderDev();

    @Test
    void scalesAWorkerByTheLagOfEachOfItsTopicsAlone() {
        Manifest scaled = RENDERED.manifest("dev", "ScaledObject", "mailer");

        assertThat(scaled.at("apiVersion").text()).isEqualTo("keda.sh/v1alpha1");
        assertThat(scaled.at("spec")).isEqualTo(yaml("""
                scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: mailer }
                pollingInterval: 15
                minReplicaCount: 2
                maxReplicaCount: 12
                fallback: { failureThreshold: 4, replicas: 2, behavior: currentReplicasIfHigher }
                advanced:
                  horizontalPodAutoscalerConfig:
                    name: mailer
                    behavior:
                      scaleUp:
                        stabilizationWindowSeconds: 30
                        policies: [{ type: Percent, value: 100, periodSeconds: 60 }]
                      scaleDown:
                        stabilizationWindowSeconds: 300
                        policies: [{ type: Pods, value: 1, periodSeconds: 60 }]
                triggers:
                - type: kafka
                  metadata:
                    bootstrapServersFromEnv: KAFKA_BOOTSTRAP_SERVERS
                    consumerGroup: mailer
                    topic: order.placed
                    lagThreshold: "500"
                    offsetResetPolicy: earliest
                    version: 2.8.0
                    tls: enable
                    sasl: oauthbearer
                    saslTokenProvider: aws_msk_iam
                    awsRegion: eu-central-1
                  authenticationRef: { name: mailer }
                - type: kafka
                  metadata:
                    bootstrapServersFromEnv: KAFKA_BOOTSTRAP_SERVERS
                    consumerGroup: mailer
                    topic: payment.settled
                    lagThreshold: "500"
                    offsetResetPolicy: earliest
                    version: 2.8.0
                    tls: enable
                    sasl: oauthbearer
                    saslTokenProvider: aws_msk_iam
                    awsRegion: eu-central-1
                  authenticationRef: { name: mailer }
                """));
    }

    @Test
    void scalesAServerByItsUseOfResourcesToo() {
        assertThat(RENDERED.manifest("dev", "ScaledObject", "payment")
                        .at("spec.triggers")
                        .items())
                .hasSize(3)
                .element(1)
                .isEqualTo(yaml("{ type: cpu, metricType: Utilization, metadata: { value: '70' } }"));
        assertThat(RENDERED.manifest("dev", "ScaledObject", "payment").at("spec.triggers.2"))
                .isEqualTo(yaml("{ type: memory, metricType: AverageValue, metadata: { value: 870Mi } }"));
    }

    @Test
    void isTheOnlyAutoscalerOfAWorkload() {
        assertThat(RENDERED.manifests("dev", "HorizontalPodAutoscaler"))
                .extracting(Manifest::name)
                .containsExactly("order");
        assertThat(RENDERED.manifests("dev", "ScaledObject"))
                .extracting(Manifest::name)
                .containsExactlyInAnyOrder("payment", "mailer");
        assertThat(RENDERED.manifest("dev", "Deployment", "mailer").at("spec").fields())
                .doesNotContainKey("replicas");
    }

    @Test
    void takesOverTheAutoscalerThatWasThereBefore() {
        assertThat(RENDERED.manifest("dev", "ScaledObject", "payment").at("metadata.annotations"))
                .isEqualTo(yaml("{ scaledobject.keda.sh/transfer-hpa-ownership: 'true' }"));
    }

    @Test
    void readsTheLagAsTheRoleOfItsOperator() {
        assertThat(RENDERED.manifest("dev", "TriggerAuthentication", "mailer").at("spec"))
                .isEqualTo(yaml("{ podIdentity: { provider: aws, identityOwner: keda } }"));
        Resource association = RENDERED.template("dev/scaling")
                .resources("AWS::EKS::PodIdentityAssociation")
                .get(0);
        assertThat(association.property("Namespace").text()).isEqualTo("keda");
        assertThat(association.property("ServiceAccount").text()).isEqualTo("keda-operator");
        assertThat(association.property("ClusterName").text()).isEqualTo("shop-dev");
    }

    @Test
    void mayReadTheOffsetsOfTheseConsumersAndNothingElse() {
        Resource role =
                RENDERED.template("dev/scaling").resources("AWS::IAM::Role").get(0);
        assertThat(role.property("RoleName").text()).isEqualTo("shop.dev.platform.keda");
        String cluster = "arn:aws:kafka:eu-central-1:111122223333:%s/{\"Ref\":\"ReadShopDevStreamingClusterPath\"}%s";
        assertThat(role.property("Policies.0.PolicyDocument.Statement").items())
                .extracting(statement -> "%s %s"
                        .formatted(
                                statement.get("Action").texts(),
                                statement.get("Resource").items().stream()
                                        .map(Joined::text)
                                        .toList()))
                .containsExactly(
                        "[kafka-cluster:Connect] [%s]".formatted(cluster.formatted("cluster", "")),
                        "[kafka-cluster:DescribeTopic] [%s, %s]"
                                .formatted(
                                        cluster.formatted("topic", "/order.placed"),
                                        cluster.formatted("topic", "/payment.settled")),
                        "[kafka-cluster:DescribeGroup] [%s, %s]"
                                .formatted(
                                        cluster.formatted("group", "/payment"), cluster.formatted("group", "/mailer")));
    }
}
