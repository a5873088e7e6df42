package dev.slipway.workload;

import static dev.slipway.workload.Yaml.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.Manifest;
import org.junit.jupiter.api.Test;

class ScalingTest {
    @Test
    void replicasAreFixedWhereNothingScales() {
        assertThat(Shop.RENDERED
                        .manifest("dev", "Deployment", "order")
                        .at("spec.replicas")
                        .number())
                .contains(1L);
    }

    @Test
    void replicasAreLeftToTheAutoscalerWhereThereIsOne() {
        assertThat(Shop.RENDERED
                        .manifest("prod", "Deployment", "order")
                        .at("spec.replicas")
                        .exists())
                .isFalse();
    }

    @Test
    void scalesOnRequestedCpuAndLimitedMemory() {
        assertThat(Shop.RENDERED
                        .manifest("prod", "HorizontalPodAutoscaler", "order")
                        .at("spec"))
                .isEqualTo(yaml("""
                                scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: order }
                                minReplicas: 3
                                maxReplicas: 10
                                metrics:
                                - type: Resource
                                  resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } }
                                - type: Resource
                                  resource: { name: memory, target: { type: AverageValue, averageValue: 1740Mi } }
                                behavior:
                                  scaleUp:
                                    stabilizationWindowSeconds: 30
                                    policies: [{ type: Percent, value: 100, periodSeconds: 60 }]
                                  scaleDown:
                                    stabilizationWindowSeconds: 300
                                    policies: [{ type: Pods, value: 1, periodSeconds: 60 }]
                                """));
    }

    @Test
    void oneReplicaOfSeveralMayBeMissing() {
        assertThat(Shop.RENDERED
                        .manifest("prod", "PodDisruptionBudget", "order")
                        .at("spec"))
                .isEqualTo(yaml("""
                                selector:
                                  matchLabels:
                                    app.kubernetes.io/name: order
                                    app.kubernetes.io/part-of: shop
                                maxUnavailable: 1
                                unhealthyPodEvictionPolicy: AlwaysAllow
                                """));
    }

    @Test
    void aSingleReplicaDoesNotKeepItsNodeFromBeingDrained() {
        assertThat(Shop.RENDERED.manifests("dev", "PodDisruptionBudget")).isEmpty();
    }

    @Test
    void jobsAreNeitherScaledNorProtected() {
        assertThat(Shop.RENDERED.manifests("prod"))
                .filteredOn(manifest -> manifest.kind().equals("HorizontalPodAutoscaler")
                        || manifest.kind().equals("PodDisruptionBudget"))
                .extracting(Manifest::name)
                .doesNotContain("report", "import")
                .contains("order", "stock", "mailer");
    }
}
