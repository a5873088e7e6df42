package dev.slipway.render.custom;

import dev.slipway.plan.Plan;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cdk8s.Chart;
import software.amazon.awscdk.Stack;

/**
 * What is changed in stacks and charts before they are written, where no choice says it. Hooks run once everybody else has
 * added what they add, in the order in which they are declared; patches come after them. As a choice of the platform it
 * takes part wherever the platform is rendered: in tests, by Maven, by the command lines.
 *
 * <pre>{@code
 * Platform.named("shop").with(customize()
 *     .stack("prod/streaming", stack -> Tags.of(stack).add("cost-center", "42"))
 *     .chart("prod/order", chart -> new KubeConfigMap(chart, "Extra", props))
 *     .resource("prod/streaming", "Cluster", Patch.replace("/Properties/EnhancedMonitoring", "PER_BROKER"))
 *     .object("prod/order", "Deployment", "order", Patch.add("/spec/minReadySeconds", 10)))
 * }</pre>
 *
 * @param stacks by path of the stack, as the CDK CLI names it
 * @param charts by path of the chart: environment, then service or {@code platform}
 */
@Declares
public record Customization(
        List<Hook<Stack>> stacks,
        List<Hook<Chart>> charts,
        List<ResourcePatch> resources,
        List<ObjectPatch> objects,
        Origin origin)
        implements Choice {
    /** What is done with the construct at a path. */
    public record Hook<T>(String path, Consumer<? super T> change, Origin origin) {}

    /** What is patched in a resource of a stack, by its logical id. */
    public record ResourcePatch(String stack, String logicalId, List<Patch> patches, Origin origin) {
        public ResourcePatch {
            patches = List.copyOf(patches);
        }
    }

    /** What is patched in a Kubernetes object of a chart. */
    public record ObjectPatch(String chart, String kind, String name, List<Patch> patches, Origin origin) {
        public ObjectPatch {
            patches = List.copyOf(patches);
        }
    }

    public Customization {
        stacks = List.copyOf(stacks);
        charts = List.copyOf(charts);
        resources = List.copyOf(resources);
        objects = List.copyOf(objects);
    }

    /** Nothing yet. */
    public static Customization customize() {
        return new Customization(List.of(), List.of(), List.of(), List.of(), Origin.here());
    }

    /** All that a platform and its environments choose, the platform's first. */
    public static Customization of(Plan plan) {
        return Stream.concat(
                        plan.platform().choices().stream(),
                        plan.platform().environments().stream().flatMap(e -> e.choices().stream()))
                .filter(Customization.class::isInstance)
                .map(Customization.class::cast)
                .reduce(customize(), Customization::and);
    }

    /** Calls a hook with a stack: {@code dev/streaming}, {@code shared/registry}. */
    public Customization stack(String path, Consumer<? super Stack> change) {
        return new Customization(
                with(stacks, new Hook<>(path, change, Origin.here())), charts, resources, objects, origin);
    }

    /** Calls a hook with a chart: {@code dev/order}, {@code dev/platform}. */
    public Customization chart(String path, Consumer<? super Chart> change) {
        return new Customization(
                stacks, with(charts, new Hook<>(path, change, Origin.here())), resources, objects, origin);
    }

    /** Patches a resource of a stack, by the logical id that its template shows. */
    public Customization resource(String stack, String logicalId, Patch... patches) {
        ResourcePatch patch = new ResourcePatch(stack, logicalId, List.of(patches), Origin.here());
        return new Customization(stacks, charts, with(resources, patch), objects, origin);
    }

    /** Patches an object of a chart. */
    public Customization object(String chart, String kind, String name, Patch... patches) {
        ObjectPatch patch = new ObjectPatch(chart, kind, name, List.of(patches), Origin.here());
        return new Customization(stacks, charts, resources, with(objects, patch), origin);
    }

    private Customization and(Customization other) {
        return new Customization(
                all(stacks, other.stacks),
                all(charts, other.charts),
                all(resources, other.resources),
                all(objects, other.objects),
                origin);
    }

    private static <T> List<T> with(List<T> list, T item) {
        return all(list, List.of(item));
    }

    private static <T> List<T> all(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
