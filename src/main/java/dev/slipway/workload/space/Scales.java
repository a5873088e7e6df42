package dev.slipway.workload.space;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many pods what makes them may have, as autoscalers leave it, and which of them may grow.
 *
 * @param most replicas by kind and name of what is scaled
 * @param growing kind and name of those whose requests may be raised up to their limits
 */
record Scales(Map<String, Long> most, Set<String> growing) {
    /** A pod that is told to stop counts until it is gone: for each that a rollout adds, another is on its way out. */
    private static final int LEAVING = 2;

    /** A run that has begun, and the next. */
    private static final int OVERLAPPING = 2;

    /** Kubernetes' own. */
    private static final long DEFAULT_SURGE_PERCENT = 25;

    private static final long ALL = 100;

    static Scales of(List<?> objects) {
        Map<String, Long> most = new LinkedHashMap<>();
        Set<String> growing = new LinkedHashSet<>();
        for (Object object : objects) {
            Object target = Fields.at(object, "spec", "scaleTargetRef");
            switch (Fields.text(object, "kind")) {
                case "HorizontalPodAutoscaler" ->
                    most.put(key(target, "name"), Fields.number(object, 1, "spec", "maxReplicas"));
                case "ScaledObject" ->
                    most.put(key(target, "name"), Fields.number(object, 1, "spec", "maxReplicaCount"));
                case "VerticalPodAutoscaler" -> {
                    if (!Fields.text(object, "spec", "updatePolicy", "updateMode")
                            .equals("Off")) {
                        growing.add(key(Fields.at(object, "spec", "targetRef"), "name"));
                    }
                }
                default -> {
                    // scales nothing
                }
            }
        }
        return new Scales(most, growing);
    }

    private static String key(Object reference, String... name) {
        return Fields.text(reference, "kind") + "/" + Fields.text(reference, name);
    }

    private static String keyOf(Object object) {
        return key(object, "metadata", "name");
    }

    boolean growsUpToItsLimits(Object object) {
        return growing.contains(keyOf(object));
    }

    /** The replicas, those that a rollout adds for a while, and those that leave meanwhile. A job has one pod at a time, as many as it may run at once. */
    long most(Object object) {
        if (Fields.text(object, "kind").equals("CronJob")) {
            return Fields.text(object, "spec", "concurrencyPolicy").equals("Forbid") ? 1 : OVERLAPPING;
        }
        long replicas = most.getOrDefault(keyOf(object), Fields.number(object, 1, "spec", "replicas"));
        return Fields.text(object, "kind").equals("Deployment")
                ? replicas + LEAVING * surge(object, replicas)
                : replicas;
    }

    private static long surge(Object deployment, long replicas) {
        String surge = Fields.text(deployment, "spec", "strategy", "rollingUpdate", "maxSurge");
        if (!surge.isEmpty() && !surge.endsWith("%")) {
            return Long.parseLong(surge);
        }
        long percent = surge.isEmpty() ? DEFAULT_SURGE_PERCENT : Long.parseLong(surge.substring(0, surge.length() - 1));
        return (replicas * percent + ALL - 1) / ALL;
    }
}
