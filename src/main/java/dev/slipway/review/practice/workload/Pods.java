package dev.slipway.review.practice.workload;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The pods that an object makes.
 *
 * @param path of their template within the object; empty for a pod itself
 */
record Pods(Manifest owner, String path, Tree template) {
    private static final Map<String, String> TEMPLATES = new TreeMap<>(Map.of(
            "CronJob", "spec.jobTemplate.spec.template",
            "DaemonSet", "spec.template",
            "Deployment", "spec.template",
            "Job", "spec.template",
            "Pod", "",
            "ReplicaSet", "spec.template",
            "Rollout", "spec.template",
            "StatefulSet", "spec.template"));

    /** Those that answer others until somebody stops them. */
    private static final List<String> SERVING = List.of("DaemonSet", "Deployment", "Rollout", "StatefulSet");

    /** A container, and where it stands in the object. */
    record Container(Pods pods, String path, Tree tree) {}

    static Stream<Pods> in(Synthesis synthesis) {
        return synthesis.environments().stream()
                .flatMap(environment -> synthesis.manifests(environment).stream())
                .flatMap(object -> of(object).stream());
    }

    private static Optional<Pods> of(Manifest owner) {
        return Optional.ofNullable(TEMPLATES.get(owner.kind()))
                .map(path -> new Pods(owner, path, path.isEmpty() ? owner.tree() : owner.at(path)));
    }

    boolean isServing() {
        return SERVING.contains(owner.kind());
    }

    Tree spec() {
        return template.get("spec");
    }

    String specPath() {
        return path.isEmpty() ? "spec" : path + ".spec";
    }

    String account() {
        String name = spec().get("serviceAccountName").text();
        return name.isEmpty() ? "default" : name;
    }

    List<Container> containers() {
        List<Container> all = new ArrayList<>();
        List<Tree> items = spec().get("containers").items();
        for (int i = 0; i < items.size(); i++) {
            all.add(new Container(this, "%s.containers.%s".formatted(specPath(), i), items.get(i)));
        }
        return all;
    }

    /** Whether a label selector chooses these pods; an empty one chooses all. */
    boolean matches(Tree selector) {
        Tree labels = template.at("metadata.labels");
        return selector.get("matchExpressions").items().isEmpty()
                ? selector.get("matchLabels").fields().entrySet().stream()
                        .allMatch(label -> labels.get(label.getKey()).equals(label.getValue()))
                : selector.get("matchExpressions").items().stream()
                        .allMatch(expression ->
                                labels.get(expression.get("key").text()).exists()
                                        == !expression.get("operator").text().matches("NotIn|DoesNotExist"));
    }
}
