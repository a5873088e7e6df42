package dev.slipway.workload;

import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.workload.Shop.dev;
import static dev.slipway.workload.Shop.prod;

import org.junit.jupiter.api.Test;

class ScalingTest {
    @Test
    void replicasAreFixedWhereNothingScales() {
        dev().service("order").hasReplicas(1).manifest().hasField("spec.replicas", 1);
    }

    @Test
    void replicasAreLeftToTheAutoscalerWhereThereIsOne() {
        prod().service("order").autoscales(3, 10).manifest().doesNotHaveField("spec.replicas");
    }

    @Test
    void scalesOnRequestedCpuAndLimitedMemory() {
        prod().manifest("HorizontalPodAutoscaler", "order").hasField("spec", ofYaml("""
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
        prod().manifest("PodDisruptionBudget", "order").hasField("spec", ofYaml("""
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
        dev().manifests("PodDisruptionBudget").areNone();
    }

    @Test
    void jobsAreNeitherScaledNorProtected() {
        prod().manifests("HorizontalPodAutoscaler").areNamed("order", "stock", "mailer");
        prod().manifests("PodDisruptionBudget").areNamed("order", "stock", "mailer");
    }
}
