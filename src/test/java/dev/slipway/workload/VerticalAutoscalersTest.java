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
import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.ManifestAssert;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerticalAutoscalersTest {
    private static final String MODE = "spec.updatePolicy.updateMode";
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

    private static ManifestAssert fixed(String service) {
        return assertThat(FIXED).environment("dev").manifest("VerticalPodAutoscaler", service);
    }

    private static ManifestAssert scaled(String service) {
        return assertThat(SCALED).environment("dev").manifest("VerticalPodAutoscaler", service);
    }

    @Test
    void setRequestsWhereNothingElseDecidesByTheirUse() {
        fixed("order").hasField("spec", ofYaml("""
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
        fixed("printer")
                .hasField(MODE, "InPlaceOrRecreate")
                .hasField("spec.resourcePolicy.containerPolicies.0.minAllowed.memory", "64Mi");
    }

    @Test
    void onlyRecommendWhereReplicasFollowTheUseOfResources() {
        scaled("order").hasField(MODE, "Off");
        scaled("payment").hasField(MODE, "Off");
        scaled("printer").hasField(MODE, "Off");
    }

    @Test
    void setRequestsWhereReplicasFollowTheLagAlone() {
        scaled("mailer").hasField(MODE, "InPlaceOrRecreate");
    }

    @Test
    void setThoseOfTheNextRunOfAScheduledJob() {
        scaled("report")
                .hasField("spec.targetRef", Map.of("apiVersion", "batch/v1", "kind", "CronJob", "name", "report"))
                .hasField(MODE, "Initial");
        assertThat(SCALED).environment("dev").doesNotHaveManifest("VerticalPodAutoscaler", "import");
    }

    @Test
    void areThereOnlyWhereChosen() {
        Shop.dev().manifests("VerticalPodAutoscaler").areNone();
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
