package dev.slipway.review.difference.path;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.workload.Workload;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pods that are alike to a policy.
 *
 * @param name {@code pods of order}
 */
record Pods(String name, String namespace, Tree labels) {
    private static final String NAME = "app.kubernetes.io/name";

    /** Those of each workload, and any other of each namespace. */
    static Stream<Pods> of(Synthesis side, String environment) {
        Stream<Pods> ofWorkloads = side.manifests(environment).stream().flatMap(Pods::of);
        Stream<Pods> others = side.manifests(environment).stream()
                .map(manifest -> manifest.kind().equals("Namespace") ? manifest.name() : manifest.namespace())
                .filter(namespace -> !namespace.isEmpty())
                .distinct()
                .map(namespace -> new Pods("any other pod of namespace " + namespace, namespace, Tree.NOTHING));
        return Stream.concat(ofWorkloads, others);
    }

    private static Stream<Pods> of(Manifest manifest) {
        Optional<String> path = Workload.templateOf(manifest.kind()).filter(template -> !template.isEmpty());
        if (path.isEmpty()) {
            return Stream.empty();
        }
        Tree labels = manifest.at(path.get()).at("metadata.labels");
        Tree name = labels.get(NAME).exists() ? labels.get(NAME) : Tree.of(manifest.name());
        return Stream.of(new Pods("pods of " + name.text(), manifest.namespace(), labels));
    }
}
