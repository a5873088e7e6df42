package dev.slipway.workload;

import static dev.slipway.addon.Keda.keda;
import static dev.slipway.addon.VerticalPodAutoscaler.verticalPodAutoscaler;
import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.lag.LagScaling.scaledOnLag;
import static dev.slipway.capability.streaming.msk.ServerlessMsk.serverlessMsk;
import static dev.slipway.plan.operation.VerticalAutoscaling.verticalAutoscaling;
import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Sizing.MEDIUM;
import static dev.slipway.workload.Yaml.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Service;
import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerticalAutoscalersTest {
    private static final Topic PLACED = Topic.named("order.placed");

    private static final Synthesis FIXED = rendered();
    private static final Synthesis SCALED = rendered(autoscale(2, 12), keda(), scaledOnLag());

    private static Synthesis rendered(Choice... more) {
        return Sample.with(Stream.concat(
                                Stream.of(serverlessMsk(), MEDIUM, verticalPodAutoscaler(), verticalAutoscaling()),
                                Stream.of(more))
                        .toArray(Choice[]::new))
                .services(
                        Service.java("order").needs(publishes(PLACED)),
                        Service.java("payment").needs(consumes(PLACED)),
                        Service.go("mailer").worker().needs(consumes(PLACED)),
                        Service.go("printer").worker(),
                        Service.go("report").scheduled("0 3 * * *"),
                        Service.go("import").once())
                .renderDev();
    }

    private static String mode(Synthesis synthesis, String service) {
        return synthesis
                .manifest("dev", "VerticalPodAutoscaler", service)
                .at("spec.updatePolicy.updateMode")
                .text();
    }

    @Test
    void setRequestsWhereNothingElseDecidesByTheirUse() {
        assertThat(FIXED.manifest("dev", "VerticalPodAutoscaler", "order").at("spec"))
                .isEqualTo(yaml("""
                        targetRef: { apiVersion: apps/v1, kind: Deployment, name: order }
                        updatePolicy: { updateMode: InPlaceOrRecreate }
                        resourcePolicy:
                          containerPolicies:
                          - containerName: order
                            controlledResources: [cpu, memory]
                            controlledValues: RequestsOnly
                            minAllowed: { cpu: 25m, memory: 220Mi }
                            maxAllowed: { cpu: 1000m, memory: 1024Mi }
                        """));
        assertThat(mode(FIXED, "printer")).isEqualTo("InPlaceOrRecreate");
        assertThat(FIXED.manifest("dev", "VerticalPodAutoscaler", "printer")
                        .at("spec.resourcePolicy.containerPolicies.0.minAllowed.memory")
                        .text())
                .isEqualTo("64Mi");
    }

    @Test
    void onlyRecommendWhereReplicasFollowTheUseOfResources() {
        assertThat(mode(SCALED, "order")).isEqualTo("Off");
        assertThat(mode(SCALED, "payment")).isEqualTo("Off");
        assertThat(mode(SCALED, "printer")).isEqualTo("Off");
    }

    @Test
    void setRequestsWhereReplicasFollowTheLagAlone() {
        assertThat(mode(SCALED, "mailer")).isEqualTo("InPlaceOrRecreate");
    }

    @Test
    void setThoseOfTheNextRunOfAScheduledJob() {
        Manifest report = SCALED.manifest("dev", "VerticalPodAutoscaler", "report");
        assertThat(report.at("spec.targetRef"))
                .isEqualTo(yaml("{ apiVersion: batch/v1, kind: CronJob, name: report }"));
        assertThat(mode(SCALED, "report")).isEqualTo("Initial");
        assertThat(SCALED.manifests("dev", "VerticalPodAutoscaler"))
                .extracting(Manifest::name)
                .doesNotContain("import");
    }

    @Test
    void areThereOnlyWhereChosen() {
        assertThat(Shop.RENDERED.manifests("dev", "VerticalPodAutoscaler")).isEmpty();
    }

    @Test
    void needTheAddOnThatDoesIt() {
        assertThat(Sample.with(verticalAutoscaling()).problems())
                .first()
                .isEqualTo(
                        "autoscaling/vertical: Environment dev scales vertically without the add-on that does it (vertical-pod-autoscaler); it must be in the cluster. Fix: choose verticalPodAutoscaler() as well, or preinstalled(verticalPodAutoscaler()) where somebody else installs it.");
        assertThat(Sample.with(verticalPodAutoscaler(), verticalAutoscaling()).problems())
                .isEmpty();
    }
}
