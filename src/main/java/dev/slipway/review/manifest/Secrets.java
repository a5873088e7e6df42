package dev.slipway.review.manifest;

import dev.slipway.review.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The secrets that there will be: written as such, or made by External Secrets. */
final class Secrets {
    /** Among the keys of a secret that takes whatever is stored outside. */
    static final String ANY = "*";

    private Secrets() {}

    /** The keys of a secret; none where nothing makes it. */
    static Optional<Set<String>> keys(Environment environment, String namespace, String name) {
        List<Manifest> makers = environment
                .ofKind("Secret", "ExternalSecret", "Certificate")
                .filter(object -> object.namespace().equals(namespace))
                .filter(object -> target(object).equals(name))
                .toList();
        return makers.isEmpty()
                ? Optional.empty()
                : Optional.of(makers.stream().flatMap(Secrets::keysOf).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String target(Manifest object) {
        return switch (object.kind()) {
            case "ExternalSecret" ->
                object.at("spec.target.name").exists()
                        ? object.at("spec.target.name").text()
                        : object.name();
            case "Certificate" -> object.at("spec.secretName").text();
            default -> object.name();
        };
    }

    private static Stream<String> keysOf(Manifest object) {
        return switch (object.kind()) {
            case "ExternalSecret" -> ofExternal(object);
            case "Certificate" -> Stream.of("tls.crt", "tls.key", "ca.crt");
            default -> Stream.of("data", "stringData").flatMap(field -> object.at(field).fields().keySet().stream());
        };
    }

    /** A template replaces what was fetched, unless it is told to merge. */
    private static Stream<String> ofExternal(Manifest object) {
        Stream<String> templated = object.at("spec.target.template.data").fields().keySet().stream();
        if (object.at("spec.target.template.data").exists()
                && !object.at("spec.target.template.mergePolicy").text().equals("Merge")) {
            return templated;
        }
        Stream<String> fetched = object.at("spec.data").items().stream()
                .map(item -> item.get("secretKey").text());
        Stream<String> any = object.at("spec.dataFrom").items().isEmpty() ? Stream.empty() : Stream.of(ANY);
        return Stream.of(templated, fetched, any).flatMap(keys -> keys);
    }
}
