package dev.slipway.review.manifest;

import dev.slipway.review.Manifest;
import dev.slipway.review.Tree;
import dev.slipway.review.network.Selector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The pods of a workload: what its template says of each. */
record Pod(Manifest owner, Field template) {
    private static final Map<String, String> TEMPLATES = new TreeMap<>(Map.of(
            "Pod", "",
            "Deployment", "spec.template",
            "ReplicaSet", "spec.template",
            "StatefulSet", "spec.template",
            "DaemonSet", "spec.template",
            "Rollout", "spec.template",
            "Job", "spec.template",
            "CronJob", "spec.jobTemplate.spec.template"));

    /** The pods of an object, if it makes any. */
    static Optional<Pod> of(Manifest owner) {
        String path = TEMPLATES.get(owner.kind());
        if (path == null) {
            return Optional.empty();
        }
        Field root = Field.root(owner);
        return Optional.of(new Pod(owner, path.isEmpty() ? root : root.at(path)));
    }

    Field spec() {
        return template.at("spec");
    }

    Tree labels() {
        return template.at("metadata.labels").value();
    }

    String namespace() {
        return owner.namespace();
    }

    /** All containers: those that prepare the pod, and those that run in it. */
    List<Field> containers() {
        return Stream.concat(spec().items("initContainers").stream(), spec().items("containers").stream())
                .toList();
    }

    /** Whether a container declares a port, by number or by name. */
    boolean listensOn(String port) {
        List<Field> declared = containers().stream()
                .flatMap(container -> container.items("ports").stream())
                .toList();
        // To declare ports is optional: of pods that declare none, nobody knows
        if (declared.isEmpty()) {
            return port.chars().allMatch(Character::isDigit);
        }
        return declared.stream()
                .anyMatch(one -> one.text("containerPort").equals(port)
                        || one.text("name").equals(port));
    }

    /** Whether a label selector chooses these pods; an empty one chooses all. */
    boolean matches(Tree selector) {
        return new Selector(selector).takes(labels());
    }
}
