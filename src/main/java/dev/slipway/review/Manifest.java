package dev.slipway.review;

/**
 * A Kubernetes object.
 *
 * @param environment folder below {@code dist/}
 * @param file its name without ending: a service, or {@code platform}; with its ending, if Slipway did not name it
 */
public record Manifest(String environment, String file, Tree tree) {
    public String kind() {
        return tree.get("kind").text();
    }

    public String name() {
        return tree.at("metadata.name").text();
    }

    public String namespace() {
        return tree.at("metadata.namespace").text();
    }

    /** A value by its path: {@code at("spec.replicas")}. */
    public Tree at(String path) {
        return tree.at(path);
    }

    @Override
    public String toString() {
        return "%s %s in %s/%s%s".formatted(kind(), name(), environment, file, file.contains(".") ? "" : ".k8s.yaml");
    }
}
