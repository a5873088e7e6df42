package dev.slipway.review.workload;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An object that makes pods, or is one.
 *
 * <pre>{@code
 * Workload order = Workload.named(synthesis, "prod", "order").orElseThrow();
 * order.container("order").orElseThrow().image()
 * }</pre>
 */
public record Workload(Synthesis synthesis, Manifest manifest) {
    private static final String TEMPLATE = "spec.template";
    private static final Map<String, String> TEMPLATES = new LinkedHashMap<>();

    // Those that run on come first: a service and its task may have one name
    static {
        TEMPLATES.put("Deployment", TEMPLATE);
        TEMPLATES.put("Rollout", TEMPLATE);
        TEMPLATES.put("StatefulSet", TEMPLATE);
        TEMPLATES.put("DaemonSet", TEMPLATE);
        TEMPLATES.put("ReplicaSet", TEMPLATE);
        TEMPLATES.put("CronJob", "spec.jobTemplate.spec.template");
        TEMPLATES.put("Job", TEMPLATE);
        TEMPLATES.put("Pod", "");
    }

    /** All workloads of an environment, as its snapshot keeps them. */
    private record All(List<Workload> list, Map<String, Workload> byName) {}

    /** All workloads of an environment, those that run on first. */
    public static List<Workload> in(Synthesis synthesis, String environment) {
        return all(synthesis, environment).list();
    }

    /** The workloads of an environment that run on: no Job, be it run on a schedule. */
    public static List<Workload> running(Synthesis synthesis, String environment) {
        return in(synthesis, environment).stream()
                .filter(workload -> !workload.manifest().kind().endsWith("Job"))
                .toList();
    }

    /** The workload with a name; a Job whose name ends in a hash also without it, if its container is called so. */
    public static Optional<Workload> named(Synthesis synthesis, String environment, String name) {
        return Optional.ofNullable(all(synthesis, environment).byName().get(name));
    }

    private static All all(Synthesis synthesis, String environment) {
        return synthesis.derived(All.class, environment, () -> {
            List<Workload> list = TEMPLATES.keySet().stream()
                    .flatMap(kind -> synthesis.manifests(environment, kind).stream())
                    .map(manifest -> new Workload(synthesis, manifest))
                    .toList();
            Map<String, Workload> byName = new LinkedHashMap<>();
            list.forEach(workload -> byName.putIfAbsent(workload.name(), workload));
            list.forEach(workload -> workload.stem().ifPresent(stem -> byName.putIfAbsent(stem, workload)));
            return new All(list, byName);
        });
    }

    /** The workload that an object is, where it is one. */
    public static Optional<Workload> of(Synthesis synthesis, Manifest manifest) {
        return TEMPLATES.containsKey(manifest.kind())
                ? Optional.of(new Workload(synthesis, manifest))
                : Optional.empty();
    }

    /** The path of the pods' template in objects of a kind, where it makes pods; empty for a pod itself. */
    public static Optional<String> templateOf(String kind) {
        return Optional.ofNullable(TEMPLATES.get(kind));
    }

    public String name() {
        return manifest.name();
    }

    /** A Job cannot change, so a changed one takes another name. */
    private Optional<String> stem() {
        return manifest.kind().equals("Job")
                ? container().map(Container::name).filter(stem -> name().startsWith(stem + "-"))
                : Optional.empty();
    }

    public String namespace() {
        return manifest.namespace();
    }

    public String environment() {
        return manifest.environment();
    }

    /** What nothing else in the snapshot is called, for what is worked out of it once. */
    String part() {
        return environment() + "/" + manifest.kind() + "/" + namespace() + "/" + name();
    }

    private Tree template() {
        String path = TEMPLATES.getOrDefault(manifest.kind(), TEMPLATE);
        return path.isEmpty() ? manifest.tree() : manifest.at(path);
    }

    /** What each pod is made of: {@code spec().at("containers.0.image")}. */
    public Tree spec() {
        return template().get("spec");
    }

    /** The labels of each pod. */
    public Tree labels() {
        return template().at("metadata.labels");
    }

    /** As which its pods are known to the API server, and to whoever hands out roles. */
    public String serviceAccount() {
        String name = spec().get("serviceAccountName").text();
        return name.isEmpty() ? "default" : name;
    }

    /** What runs in each pod, without what only prepares it. */
    public List<Container> containers() {
        return spec().get("containers").items().stream()
                .map(tree -> new Container(this, tree))
                .toList();
    }

    /** All containers: those that prepare a pod, and those that run in it. */
    public List<Container> allContainers() {
        Stream<Container> first = spec().get("initContainers").items().stream().map(tree -> new Container(this, tree));
        return Stream.concat(first, containers().stream()).toList();
    }

    /** The container with a name, be it one that prepares the pod. */
    public Optional<Container> container(String name) {
        return allContainers().stream()
                .filter(container -> container.name().equals(name))
                .findFirst();
    }

    /** The container that the workload is about: the one with its name, or else the first. */
    public Optional<Container> container() {
        List<Container> running = containers();
        return running.stream()
                .filter(container -> container.name().equals(name()))
                .findFirst()
                .or(() -> running.stream().findFirst());
    }

    @Override
    public String toString() {
        return manifest.toString();
    }
}
