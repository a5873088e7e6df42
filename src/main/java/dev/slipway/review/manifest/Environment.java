package dev.slipway.review.manifest;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.object.Objects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * All objects of one environment, and what stands between them.
 *
 * @param allPods of all workloads
 * @param secrets the keys that were found out about, by namespace and name
 */
record Environment(Objects index, List<Pod> allPods, Map<String, Optional<Set<String>>> secrets) {
    /** Kinds and names, parted by commas: {@code IngressClass/nginx,Secret/payment.payment-provider}. */
    private static final String EXPECTS = "slipway.dev/expects";

    static Stream<Environment> of(Synthesis synthesis) {
        return synthesis.environments().stream()
                .map(name ->
                        synthesis.derived(Environment.class, name, () -> new Environment(Objects.of(synthesis, name))));
    }

    private Environment(Objects index) {
        this(index, index.all().stream().map(Pod::of).flatMap(Optional::stream).toList(), new ConcurrentHashMap<>());
    }

    List<Manifest> objects() {
        return index.all();
    }

    Stream<Manifest> ofKind(String... kinds) {
        return index.ofKind(kinds);
    }

    Stream<Field> roots(String... kinds) {
        return ofKind(kinds).map(Field::root);
    }

    Stream<Pod> pods() {
        return allPods.stream();
    }

    Stream<Pod> pods(String namespace) {
        return pods().filter(pod -> pod.namespace().equals(namespace));
    }

    /** Whether the output says that somebody else has to provide an object: by an annotation of its namespace. */
    boolean expects(String kind, String name) {
        return ofKind("Namespace")
                .map(namespace ->
                        namespace.at("metadata.annotations").get(EXPECTS).text())
                .flatMap(expected -> Stream.of(expected.split(",", -1)))
                .anyMatch((kind + "/" + name)::equals);
    }

    Optional<Manifest> find(String kind, String namespace, String name) {
        return index.find(kind, namespace, name);
    }

    boolean has(String kind, String namespace, String name) {
        return find(kind, namespace, name).isPresent();
    }

    /** Whether an object outside any namespace is there. */
    boolean has(String kind, String name) {
        return has(kind, "", name);
    }
}
