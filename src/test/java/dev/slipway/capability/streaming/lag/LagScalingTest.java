package dev.slipway.capability.streaming.lag;

import static dev.slipway.addon.Keda.keda;
import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.materializes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.lag.LagScaling.scaledOnLag;
import static dev.slipway.capability.streaming.msk.ServerlessMsk.serverlessMsk;
import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Sizing.MEDIUM;
import static dev.slipway.testing.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.testing.assertion.ManifestAssert;
import java.util.List;
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

    private static EnvironmentAssert dev() {
        return assertThat(RENDERED).environment("dev");
    }

    private static ManifestAssert scaled(String service) {
        return dev().manifest("ScaledObject", service);
    }

    @Test
    void scalesAWorkerByTheLagOfEachOfItsTopicsAlone() {
        scaled("mailer").hasField("apiVersion", "keda.sh/v1alpha1").hasField("spec", Tree.ofYaml("""
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
        scaled("payment")
                .hasField(
                        "spec.triggers.1",
                        Tree.ofYaml("{ type: cpu, metricType: Utilization, metadata: { value: '70' } }"))
                .hasField(
                        "spec.triggers.2",
                        Tree.ofYaml("{ type: memory, metricType: AverageValue, metadata: { value: 870Mi } }"))
                .field("spec.triggers")
                .hasSize(3);
    }

    @Test
    void isTheOnlyAutoscalerOfAWorkload() {
        dev().manifests("HorizontalPodAutoscaler").areNamed("order");
        dev().manifests("ScaledObject").areNamed("payment", "mailer");
        dev().manifest("Deployment", "mailer").hasField("spec").doesNotHaveField("spec.replicas");
    }

    @Test
    void takesOverTheAutoscalerThatWasThereBefore() {
        scaled("payment")
                .hasField(
                        "metadata.annotations", Tree.ofYaml("{ scaledobject.keda.sh/transfer-hpa-ownership: 'true' }"));
    }

    @Test
    void readsTheLagAsTheRoleOfItsOperator() {
        dev().manifest("TriggerAuthentication", "mailer")
                .hasField("spec", Tree.ofYaml("{ podIdentity: { provider: aws, identityOwner: keda } }"));
        dev().stack("scaling")
                .resource("AWS::EKS::PodIdentityAssociation")
                .hasProperty("Namespace", "keda")
                .hasProperty("ServiceAccount", "keda-operator")
                .hasProperty("ClusterName", "shop-dev");
    }

    @Test
    void mayReadTheOffsetsOfTheseConsumersAndNothingElse() {
        String statement = "Policies.0.PolicyDocument.Statement.%s.Resource";
        dev().stack("scaling")
                .resource("AWS::IAM::Role")
                .hasProperty("RoleName", "shop.dev.platform.keda")
                .hasTexts(statement.formatted(0), arn("cluster", ""))
                .hasTexts(statement.formatted(1), arn("topic", "/order.placed"), arn("topic", "/payment.settled"))
                .hasTexts(statement.formatted(2), arn("group", "/payment"), arn("group", "/mailer"))
                .property("Policies.0.PolicyDocument.Statement")
                .extracting("Effect", "Action")
                .hasItems(
                        List.of("Allow", List.of("kafka-cluster:Connect")),
                        List.of("Allow", List.of("kafka-cluster:DescribeTopic")),
                        List.of("Allow", List.of("kafka-cluster:DescribeGroup")));
    }

    private static String arn(String kind, String below) {
        return "arn:aws:kafka:eu-central-1:111122223333:%s/${/shop/dev/streaming/cluster-path}%s"
                .formatted(kind, below);
    }
}
