package dev.slipway.workload.scaling;

import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.operation.ScalesReplicas;
import dev.slipway.plan.operation.ScalingPace;
import dev.slipway.platform.Autoscaling;
import dev.slipway.workload.subject.Subject;
import java.util.List;
import org.cdk8s.plus34.k8s.CrossVersionObjectReferenceV2;
import org.cdk8s.plus34.k8s.HorizontalPodAutoscalerBehaviorV2;
import org.cdk8s.plus34.k8s.HorizontalPodAutoscalerSpecV2;
import org.cdk8s.plus34.k8s.HpaScalingPolicyV2;
import org.cdk8s.plus34.k8s.HpaScalingRulesV2;
import org.cdk8s.plus34.k8s.IntOrString;
import org.cdk8s.plus34.k8s.KubeHorizontalPodAutoscalerV2;
import org.cdk8s.plus34.k8s.KubePodDisruptionBudget;
import org.cdk8s.plus34.k8s.MetricSpecV2;
import org.cdk8s.plus34.k8s.MetricTargetV2;
import org.cdk8s.plus34.k8s.PodDisruptionBudgetSpec;
import org.cdk8s.plus34.k8s.Quantity;
import org.cdk8s.plus34.k8s.ResourceMetricSourceV2;

/** How many replicas there are, and how many of them may be missing at a time. All times are seconds. */
public final class Scaling {
    private static final int PERCENT = 100;

    /** From here on one replica can be missing without the service missing. */
    private static final int REPLICAS_TO_PROTECT = 2;

    private Scaling() {}

    /** Adds what scales and protects the replicas of a service that runs until it is told to stop. */
    public static void add(Subject subject) {
        ServicePlan plan = subject.plan();
        if (!plan.service().workload().isLongRunning()) {
            return;
        }
        if (!ScalesReplicas.anyScales(subject.place(), plan.service())) {
            plan.autoscaling().ifPresent(scaling -> autoscaler(subject, scaling));
        }
        if (plan.minReplicas() >= REPLICAS_TO_PROTECT) {
            disruptionBudget(subject);
        }
    }

    private static void autoscaler(Subject subject, Autoscaling scaling) {
        KubeHorizontalPodAutoscalerV2.Builder.create(subject.chart(), "HorizontalPodAutoscaler")
                .metadata(subject.metadata())
                .spec(HorizontalPodAutoscalerSpecV2.builder()
                        .scaleTargetRef(CrossVersionObjectReferenceV2.builder()
                                .apiVersion("apps/v1")
                                .kind("Deployment")
                                .name(subject.name())
                                .build())
                        .minReplicas(scaling.min())
                        .maxReplicas(scaling.max())
                        .metrics(List.of(
                                cpu(scaling.cpuPercent()),
                                memory(subject.plan().sizing().limits().mebibytes()
                                        * scaling.memoryPercent()
                                        / PERCENT)))
                        .behavior(behavior())
                        .build())
                .build();
    }

    private static MetricSpecV2 cpu(int percent) {
        return resource(
                "cpu",
                MetricTargetV2.builder()
                        .type("Utilization")
                        .averageUtilization(percent)
                        .build());
    }

    /** In MiB and not in percent, which would be of the request: a fraction of what a container may use. */
    private static MetricSpecV2 memory(int mebibytes) {
        return resource(
                "memory",
                MetricTargetV2.builder()
                        .type("AverageValue")
                        .averageValue(Quantity.fromString(mebibytes + "Mi"))
                        .build());
    }

    private static MetricSpecV2 resource(String name, MetricTargetV2 target) {
        return MetricSpecV2.builder()
                .type("Resource")
                .resource(ResourceMetricSourceV2.builder()
                        .name(name)
                        .target(target)
                        .build())
                .build();
    }

    private static HorizontalPodAutoscalerBehaviorV2 behavior() {
        return HorizontalPodAutoscalerBehaviorV2.builder()
                .scaleUp(rules(ScalingPace.LOAD_BEFORE_MORE, "Percent", ScalingPace.MOST_MORE_PERCENT))
                .scaleDown(rules(ScalingPace.QUIET_BEFORE_LESS, "Pods", ScalingPace.MOST_LESS))
                .build();
    }

    private static HpaScalingRulesV2 rules(int window, String type, int value) {
        return HpaScalingRulesV2.builder()
                .stabilizationWindowSeconds(window)
                .policies(List.of(HpaScalingPolicyV2.builder()
                        .type(type)
                        .value(value)
                        .periodSeconds(ScalingPace.STEP_PERIOD)
                        .build()))
                .build();
    }

    private static void disruptionBudget(Subject subject) {
        KubePodDisruptionBudget.Builder.create(subject.chart(), "PodDisruptionBudget")
                .metadata(subject.metadata())
                .spec(PodDisruptionBudgetSpec.builder()
                        .selector(subject.selector())
                        .maxUnavailable(IntOrString.fromNumber(1))
                        // or a replica that never becomes ready keeps its node from being drained
                        .unhealthyPodEvictionPolicy("AlwaysAllow")
                        .build())
                .build();
    }
}
