package dev.slipway.capability.streaming.lag;

import static dev.slipway.plan.operation.ScalingPace.LOAD_BEFORE_MORE;
import static dev.slipway.plan.operation.ScalingPace.MOST_LESS;
import static dev.slipway.plan.operation.ScalingPace.MOST_MORE_PERCENT;
import static dev.slipway.plan.operation.ScalingPace.QUIET_BEFORE_LESS;
import static dev.slipway.plan.operation.ScalingPace.STEP_PERIOD;

import dev.slipway.capability.streaming.Consumes;
import dev.slipway.capability.streaming.LagAccess;
import dev.slipway.plan.ServicePlan;
import dev.slipway.platform.Autoscaling;
import dev.slipway.render.kubernetes.CustomObject;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.Metadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cdk8s.plus34.k8s.ObjectMeta;

/**
 * What KEDA is told about a service: a TriggerAuthentication, and a ScaledObject with a trigger for each topic, of which it
 * makes an HPA. Fields as of KEDA 2.20: https://keda.sh/docs/latest/reference/scaledobject-spec.
 */
record ScaledObject(Manifests manifests, ServicePlan plan, LagScaling scaling) {
    private static final String API = "keda.sh/v1alpha1";

    /** Lets KEDA take over the HPA of that name, which was there before somebody chose to scale on lag. */
    private static final String TRANSFER = "scaledobject.keda.sh/transfer-hpa-ownership";

    /** Seconds between two looks at the offsets. */
    static final int POLLING = 15;

    /** Looks that failed before the replicas are kept as they are. */
    static final int FAILURES = 4;

    /** The protocol that the scaler speaks: brokers of Kafka 4 refuse its own default, 1.0.0. */
    static final String PROTOCOL = "2.8.0";

    private static final int PERCENT = 100;

    void add() {
        authentication();
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("scaleTargetRef", ordered("apiVersion", "apps/v1", "kind", "Deployment", "name", plan.name()));
        spec.put("pollingInterval", POLLING);
        spec.put("minReplicaCount", bounds().min());
        spec.put("maxReplicaCount", bounds().max());
        spec.put(
                "fallback",
                ordered(
                        "failureThreshold",
                        FAILURES,
                        "replicas",
                        bounds().min(),
                        "behavior",
                        "currentReplicasIfHigher"));
        spec.put(
                "advanced",
                Map.of("horizontalPodAutoscalerConfig", ordered("name", plan.name(), "behavior", behavior())));
        spec.put("triggers", triggers());
        CustomObject.add(manifests.of(plan.service()), API, "ScaledObject", metadata(Map.of(TRANSFER, "true")), spec);
    }

    private Autoscaling bounds() {
        return plan.autoscaling().orElseThrow();
    }

    private ObjectMeta metadata(Map<String, String> annotations) {
        return Metadata.of(manifests.place(), plan.service(), plan.name(), plan.name(), annotations);
    }

    private Map<Consumes, LagAccess> lags() {
        return new Lags(manifests.place()).of(plan.service());
    }

    private void authentication() {
        Map<String, Object> spec = new LinkedHashMap<>();
        if (lags().values().stream().anyMatch(lag -> !lag.grants().isEmpty())) {
            spec.put("podIdentity", ordered("provider", "aws", "identityOwner", "keda"));
        }
        Map<String, Object> secrets = new TreeMap<>();
        lags().values().forEach(lag -> lag.credentials()
                .forEach((parameter, source) -> secrets.put(
                        parameter, ordered("parameter", parameter, "name", source.secret(), "key", source.key()))));
        if (!secrets.isEmpty()) {
            spec.put("secretTargetRef", List.copyOf(secrets.values()));
        }
        CustomObject.add(manifests.of(plan.service()), API, "TriggerAuthentication", metadata(Map.of()), spec);
    }

    private List<Object> triggers() {
        List<Object> triggers = new ArrayList<>();
        lags().forEach((consumes, lag) -> triggers.add(ofTopic(consumes, lag)));
        if (scaling.readsResourcesOf(plan.service())) {
            triggers.add(ofResource("cpu", "Utilization", String.valueOf(bounds().cpuPercent())));
            int memory = plan.sizing().limits().mebibytes() * bounds().memoryPercent() / PERCENT;
            triggers.add(ofResource("memory", "AverageValue", memory + "Mi"));
        }
        return triggers;
    }

    private Map<String, Object> ofTopic(Consumes consumes, LagAccess lag) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("bootstrapServersFromEnv", lag.serversVariable());
        metadata.put("consumerGroup", plan.name());
        metadata.put("topic", consumes.topic().name());
        metadata.put("lagThreshold", String.valueOf(scaling.events()));
        // what was there before the group first read counts as unread
        metadata.put("offsetResetPolicy", "earliest");
        metadata.put("version", PROTOCOL);
        metadata.putAll(lag.settings());
        Map<String, Object> trigger = new LinkedHashMap<>();
        trigger.put("type", "kafka");
        trigger.put("metadata", metadata);
        trigger.put("authenticationRef", Map.of("name", plan.name()));
        return trigger;
    }

    private static Map<String, Object> ofResource(String resource, String type, String value) {
        return ordered("type", resource, "metricType", type, "metadata", Map.of("value", value));
    }

    private static Map<String, Object> behavior() {
        return ordered(
                "scaleUp",
                rules(LOAD_BEFORE_MORE, "Percent", MOST_MORE_PERCENT),
                "scaleDown",
                rules(QUIET_BEFORE_LESS, "Pods", MOST_LESS));
    }

    private static Map<String, Object> rules(int window, String type, int value) {
        return ordered(
                "stabilizationWindowSeconds",
                window,
                "policies",
                List.of(ordered("type", type, "value", value, "periodSeconds", STEP_PERIOD)));
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }
}
