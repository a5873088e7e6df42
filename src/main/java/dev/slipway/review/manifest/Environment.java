package dev.slipway.review.manifest;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.object.Objects;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All objects of one environment, and what stands between them. */
record Environment(Objects index) {
    /** Kinds and names, parted by commas: {@code IngressClass/nginx,Secret/payment.payment-provider}. */
    private static final String EXPECTS = "slipway.dev/expects";

    static Stream<Environment> of(Synthesis synthesis) {
        return synthesis.environments().stream()
                .map(synthesis::manifests)
                .map(Objects::of)
                .map(Environment::new);
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
        return objects().stream().map(Pod::of).flatMap(Optional::stream);
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
