package dev.slipway.workload;

import java.util.List;
import org.cdk8s.plus34.k8s.PodFailurePolicy;
import org.cdk8s.plus34.k8s.PodFailurePolicyOnPodConditionsPattern;
import org.cdk8s.plus34.k8s.PodFailurePolicyRule;

/** What happens to a job whose pod is taken away: no failure of its own, so that it starts again without counting. */
final class Disruptions {
    private Disruptions() {}

    /** https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy. */
    static PodFailurePolicy ignored() {
        return PodFailurePolicy.builder()
                .rules(List.of(PodFailurePolicyRule.builder()
                        .action("Ignore")
                        .onPodConditions(List.of(PodFailurePolicyOnPodConditionsPattern.builder()
                                .type("DisruptionTarget")
                                .status("True")
                                .build()))
                        .build()))
                .build();
    }
}
