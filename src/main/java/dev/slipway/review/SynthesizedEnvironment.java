package dev.slipway.review;

import java.util.List;

/**
 * What was rendered for one environment: its stacks and its Kubernetes objects.
 *
 * <pre>{@code
 * SynthesizedEnvironment prod = synthesis.environment("prod");
 * prod.template("streaming").resources("AWS::MSK::Topic")
 * prod.manifest("Deployment", "order").at("spec.replicas")
 * }</pre>
 */
public record SynthesizedEnvironment(Synthesis synthesis, String name) {
    public List<Template> templates() {
        return synthesis.templates(name);
    }

    /** The template of a stack of this environment: {@code template("streaming")}. */
    public Template template(String concern) {
        return synthesis.template(name + "/" + concern);
    }

    /** The AWS resources of a type in all stacks of this environment. */
    public List<Resource> resources(String type) {
        return synthesis.resources(name, type);
    }

    public List<Manifest> manifests() {
        return synthesis.manifests(name);
    }

    public List<Manifest> manifests(String kind) {
        return synthesis.manifests(name, kind);
    }

    /** A Kubernetes object: {@code manifest("Deployment", "order")}. */
    public Manifest manifest(String kind, String name) {
        return synthesis.manifest(this.name, kind, name);
    }

    @Override
    public String toString() {
        return "environment " + name;
    }
}
