package dev.slipway.workload.scaling;

import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.operation.ScalesReplicas;
import dev.slipway.plan.operation.VerticalAutoscaling;
import dev.slipway.platform.Workload;
import dev.slipway.render.kubernetes.CustomObject;
import dev.slipway.workload.subject.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What watches the use of a service's containers, and sets what they request where nothing else decides by it. Limits stay:
 * a heap is sized by them. https://github.com/kubernetes/autoscaler/tree/master/vertical-pod-autoscaler.
 */
public final class VerticalAutoscalers {
    private static final String API = "autoscaling.k8s.io/v1";

    /** Says what it would set. */
    private static final String RECOMMENDS = "Off";

    /** Sets it on running pods where the node has room, else on new ones. */
    private static final String APPLIES = "InPlaceOrRecreate";

    /** Sets it on new pods: those of a job run too shortly to be changed. */
    private static final String APPLIES_TO_NEW = "Initial";

    /** Thousandths of a core, below which even an idle process becomes slow to answer its probes. */
    public static final int LEAST_MILLI_CPU = 25;

    /** MiB: less than what the smallest runtime needs to start. */
    public static final int LEAST_MEBIBYTES = 64;

    private VerticalAutoscalers() {}

    /** Adds one for a service, where the environment chooses so. A job that runs once has no past to learn from. */
    public static void add(Subject subject) {
        boolean isWatched = subject.place().choice(VerticalAutoscaling.class).isPresent()
                && !(subject.service().workload() instanceof Workload.Once);
        if (isWatched) {
            CustomObject.add(subject.chart(), API, "VerticalPodAutoscaler", subject.metadata(), spec(subject));
        }
    }

    private static Map<String, Object> spec(Subject subject) {
        boolean isScheduled = !subject.service().workload().isLongRunning();
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("apiVersion", isScheduled ? "batch/v1" : "apps/v1");
        target.put("kind", isScheduled ? "CronJob" : subject.plan().isStateful() ? "StatefulSet" : "Deployment");
        target.put("name", subject.name());
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("targetRef", target);
        spec.put("updatePolicy", Map.of("updateMode", mode(subject.plan(), subject)));
        spec.put("resourcePolicy", Map.of("containerPolicies", List.of(policy(subject.plan()))));
        return spec;
    }

    private static String mode(ServicePlan plan, Subject subject) {
        if (!plan.service().workload().isLongRunning()) {
            return APPLIES_TO_NEW;
        }
        return readsResources(plan, subject) ? RECOMMENDS : APPLIES;
    }

    /** Whether the number of replicas follows the use of what would be set. */
    private static boolean readsResources(ServicePlan plan, Subject subject) {
        if (plan.autoscaling().isEmpty()) {
            return false;
        }
        return subject.place().choices().stream()
                .filter(choice -> choice instanceof ScalesReplicas scaler && scaler.scales(plan.service()))
                .map(ScalesReplicas.class::cast)
                .findFirst()
                .map(scaler -> scaler.readsResourcesOf(plan.service()))
                .orElse(true);
    }

    private static Map<String, Object> policy(ServicePlan plan) {
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("containerName", plan.name());
        policy.put("controlledResources", List.of("cpu", "memory"));
        policy.put("controlledValues", "RequestsOnly");
        int least = Math.max(LEAST_MEBIBYTES, plan.profile().overheadMebibytes());
        policy.put(
                "minAllowed",
                amount(
                        Math.min(LEAST_MILLI_CPU, plan.sizing().limits().milliCpu()),
                        Math.min(least, plan.sizing().limits().mebibytes())));
        policy.put(
                "maxAllowed",
                amount(plan.sizing().limits().milliCpu(), plan.sizing().limits().mebibytes()));
        return policy;
    }

    private static Map<String, Object> amount(int milliCpu, int mebibytes) {
        Map<String, Object> amount = new LinkedHashMap<>();
        amount.put("cpu", milliCpu + "m");
        amount.put("memory", mebibytes + "Mi");
        return amount;
    }
}
