package dev.slipway.review.across;

import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.object.Objects;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Both planes of one environment, and what several share.
 *
 * @param resources of the environment's own stacks
 * @param shared of the stacks that belong to no environment
 */
record Planes(String name, Synthesis synthesis, Objects index, List<Resource> resources, List<Resource> shared) {
    Planes {
        resources = List.copyOf(resources);
        shared = List.copyOf(shared);
    }

    /** Of every environment that has objects. */
    static Stream<Planes> of(Synthesis synthesis) {
        List<String> environments = synthesis.environments();
        return environments.stream()
                .map(environment ->
                        synthesis.derived(Planes.class, environment, () -> of(synthesis, environment, environments)));
    }

    private static Planes of(Synthesis synthesis, String environment, List<String> environments) {
        return new Planes(
                environment,
                synthesis,
                Objects.of(synthesis, environment),
                synthesis.templates(environment).stream()
                        .map(Template::resources)
                        .flatMap(List::stream)
                        .toList(),
                synthesis.templates().stream()
                        .filter(template -> !environments.contains(template.stage()))
                        .flatMap(template -> template.resources().stream())
                        .toList());
    }

    List<Manifest> objects() {
        return index.all();
    }

    Stream<Manifest> ofKind(String... kinds) {
        return index.ofKind(kinds);
    }

    Optional<Manifest> find(String kind, String namespace, String name) {
        return index.find(kind, namespace, name);
    }

    Stream<PodSpec> pods() {
        return objects().stream().map(PodSpec::of).flatMap(Optional::stream);
    }

    Stream<PodSpec> pods(String namespace) {
        return pods().filter(pod -> pod.owner().namespace().equals(namespace));
    }

    Stream<Resource> ofType(String... types) {
        return resources.stream().filter(resource -> Arrays.asList(types).contains(resource.type()));
    }

    /** Of a type, in the environment's stacks or in those that it shares. */
    Stream<Resource> anyOfType(String type) {
        return Stream.concat(resources.stream(), shared.stream())
                .filter(resource -> resource.type().equals(type));
    }

    /** The cluster, where a stack makes it; an adopted or a local one is nobody's here. */
    Optional<Resource> cluster() {
        return ofType("AWS::EKS::Cluster").findFirst();
    }

    boolean isAutoMode() {
        return cluster()
                .filter(cluster -> cluster.property("ComputeConfig.Enabled").isTrue())
                .isPresent();
    }

    boolean hasEksAddon(String addon) {
        return ofType("AWS::EKS::Addon")
                .anyMatch(resource -> resource.property("AddonName").text().equals(addon));
    }

    boolean hasChart(String chart) {
        return synthesis.charts(name).stream()
                .anyMatch(installed -> installed.chart().equals(chart));
    }
}
