package dev.slipway.verify.cluster;

import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object as an API server keeps it: what it adds, what it writes in another way, and what it leaves out. */
final class Stored {
    private Stored() {}

    @SuppressWarnings("unchecked") // an object is made of maps
    static Map<String, Object> of(Tree manifest) {
        Map<String, Object> object = (Map<String, Object>) copy("", manifest);
        Map<String, Object> metadata =
                (Map<String, Object>) object.computeIfAbsent("metadata", key -> new LinkedHashMap<>());
        metadata.put("uid", "3c5f");
        metadata.put("resourceVersion", "42");
        metadata.put("managedFields", List.of(Map.of("manager", "kubectl")));
        ((Map<String, Object>) metadata.computeIfAbsent("annotations", key -> new LinkedHashMap<>()))
                .put("kubectl.kubernetes.io/last-applied-configuration", "{}");
        switch (manifest.get("kind").text()) {
            case "Deployment" -> deployment(object);
            case "Service" -> map(object, "spec").put("clusterIP", "172.20.4.7");
            case "ServiceAccount" -> object.put("secrets", List.of(Map.of("name", "order-token")));
            default -> object.put("status", Map.of("phase", "Active"));
        }
        return object;
    }

    @SuppressWarnings("unchecked") // a list of containers is one of maps
    private static void deployment(Map<String, Object> object) {
        Map<String, Object> spec = map(object, "spec");
        spec.putIfAbsent("replicas", 5);
        spec.put("progressDeadlineSeconds", 600);
        object.put("status", Map.of("replicas", 5, "updatedReplicas", 5));
        Map<String, Object> pod = map(map(spec, "template"), "spec");
        pod.put("schedulerName", "default-scheduler");
        pod.put("restartPolicy", "Always");
        for (Object container : (List<Object>) pod.get("containers")) {
            ((Map<String, Object>) container).put("terminationMessagePath", "/dev/termination-log");
            ((Map<String, Object>) container).putIfAbsent("imagePullPolicy", "IfNotPresent");
            List<Object> env = (List<Object>) ((Map<String, Object>) container).get("env");
            if (env != null) {
                env.add(Map.of("name", "STAKATER_ORDER_CONFIGMAP", "value", "0f"));
            }
        }
    }

    @SuppressWarnings("unchecked") // a field that is known to be an object
    static Map<String, Object> map(Map<String, Object> object, String field) {
        return (Map<String, Object>) object.get(field);
    }

    private static Object copy(String name, Tree tree) {
        if (!tree.fields().isEmpty() || tree.toString().equals("{}")) {
            Map<String, Object> copy = new LinkedHashMap<>();
            tree.fields().forEach((key, value) -> {
                if (!value.toString().equals("[]") && !isLeftOut(key, value)) {
                    copy.put(key, copy(key, value));
                }
            });
            return copy;
        }
        if (!tree.items().isEmpty()) {
            List<Object> copy = new ArrayList<>();
            tree.items().forEach(item -> copy.add(copy("", item)));
            return copy;
        }
        return written(name, tree);
    }

    private static boolean isLeftOut(String key, Tree value) {
        return List.of("readOnly", "publishNotReadyAddresses", "minReadySeconds", "globalDefault")
                        .contains(key)
                && List.of("false", "0").contains(value.text());
    }

    /** {@code 1000m} of a CPU becomes {@code 1}, and {@code 1h} becomes {@code 1h0m0s}. */
    private static Object written(String name, Tree tree) {
        if (name.equals("cpu") && tree.text().equals("1000m")) {
            return "1";
        }
        if (name.equals("memory") && tree.text().equals("1Gi")) {
            return "1024Mi";
        }
        if (name.equals("refreshInterval") && tree.text().matches("\\d+h")) {
            return tree.text() + "0m0s";
        }
        return tree.number().isPresent() && !tree.toString().startsWith("\"")
                ? (Object) tree.number().get()
                : tree.toString().startsWith("\"") ? tree.text() : tree.isTrue();
    }
}
