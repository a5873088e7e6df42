package dev.slipway.review.difference.path;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Pods that are alike to a policy.
 *
 * @param name {@code pods of order}
 */
record Pods(String name, String namespace, Map<String, Tree> labels) {
    private static final String NAME = "app.kubernetes.io/name";

    /** Those of each workload, and any other of each namespace. */
    static Stream<Pods> of(Synthesis side, String environment) {
        Stream<Pods> ofWorkloads = side.manifests(environment).stream().flatMap(Pods::of);
        Stream<Pods> others = side.manifests(environment).stream()
                .map(manifest -> manifest.kind().equals("Namespace") ? manifest.name() : manifest.namespace())
                .filter(namespace -> !namespace.isEmpty())
                .distinct()
                .map(namespace -> new Pods("any other pod of namespace " + namespace, namespace, Map.of()));
        return Stream.concat(ofWorkloads, others);
    }

    private static Stream<Pods> of(Manifest manifest) {
        String path =
                switch (manifest.kind()) {
                    case "Deployment", "Rollout", "StatefulSet", "DaemonSet", "Job", "ReplicaSet" -> "spec.template";
                    case "CronJob" -> "spec.jobTemplate.spec.template";
                    default -> "";
                };
        if (path.isEmpty()) {
            return Stream.empty();
        }
        Map<String, Tree> labels = manifest.at(path).at("metadata.labels").fields();
        String name = labels.getOrDefault(NAME, Tree.of(manifest.name())).text();
        return Stream.of(new Pods("pods of " + name, manifest.namespace(), labels));
    }
}
