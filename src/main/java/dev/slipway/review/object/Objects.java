package dev.slipway.review.object;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Kubernetes objects that are found by their kind and name without looking through all of them.
 *
 * <pre>{@code
 * Objects.of(synthesis, "dev").find("Secret", "shop-dev", "order")
 * }</pre>
 */
public final class Objects {
    private final List<Manifest> all;
    private final Map<String, List<Manifest>> byKind = new LinkedHashMap<>();
    private final Map<String, Manifest> byName = new LinkedHashMap<>();

    private Objects(List<Manifest> all) {
        this.all = List.copyOf(all);
        this.all.forEach(object -> {
            byKind.computeIfAbsent(object.kind(), kind -> new ArrayList<>()).add(object);
            byName.putIfAbsent(key(object.kind(), object.namespace(), object.name()), object);
        });
    }

    /** Those of an environment, indexed once for all who ask. */
    public static Objects of(Synthesis synthesis, String environment) {
        return synthesis.derived(Objects.class, environment, () -> new Objects(synthesis.manifests(environment)));
    }

    private static String key(String kind, String namespace, String name) {
        return kind + "/" + namespace + "/" + name;
    }

    /** In the order in which they are applied. */
    public List<Manifest> all() {
        return all;
    }

    /** Those of some kinds, kind by kind. */
    public Stream<Manifest> ofKind(String... kinds) {
        return Stream.of(kinds).flatMap(kind -> byKind.getOrDefault(kind, List.of()).stream());
    }

    /** The object of a kind in a namespace, which is empty for what stands in none. */
    public Optional<Manifest> find(String kind, String namespace, String name) {
        return Optional.ofNullable(byName.get(key(kind, namespace, name)));
    }
}
