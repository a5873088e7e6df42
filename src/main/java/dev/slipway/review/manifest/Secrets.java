package dev.slipway.review.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.review.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The secrets that there will be: written as such, made by External Secrets, or by a job of the output itself. */
final class Secrets {
    /** Among the keys of a secret that takes whatever is stored outside. */
    static final String ANY = "*";

    /** Annotation of a config map with the name of the file in it that lists what a job makes. */
    private static final String MAKES = "slipway.dev/makes-secrets";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Secrets() {}

    /** The keys of a secret; none where nothing makes it. */
    static Optional<Set<String>> keys(Environment environment, String namespace, String name) {
        return environment
                .secrets()
                .computeIfAbsent(namespace + "/" + name, secret -> found(environment, namespace, name));
    }

    private static Optional<Set<String>> found(Environment environment, String namespace, String name) {
        List<Manifest> makers = environment
                .ofKind("Secret", "ExternalSecret", "Certificate")
                .filter(object -> object.namespace().equals(namespace))
                .filter(object -> target(object).equals(name))
                .toList();
        if (environment.expects("Secret", name)) {
            return Optional.of(Set.of(ANY));
        }
        return makers.isEmpty()
                ? generated(environment, namespace, name)
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

    /** The keys of a secret; none where no job makes it. */
    private static Optional<Set<String>> generated(Environment environment, String namespace, String name) {
        return environment
                .ofKind("ConfigMap")
                .filter(map -> map.namespace().equals(namespace))
                .flatMap(Secrets::listed)
                .filter(secret -> secret.path("name").asText().equals(name))
                .findFirst()
                .map(Secrets::keysIn);
    }

    private static Stream<JsonNode> listed(Manifest map) {
        String file = map.at("metadata.annotations").get(MAKES).text();
        Stream.Builder<JsonNode> listed = Stream.builder();
        if (!file.isEmpty()) {
            parsed(map.at("data").get(file).text()).forEach(listed::add);
        }
        return listed.build();
    }

    /** What is no JSON lists nothing: then what it should list is missing. */
    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.createArrayNode();
        }
    }

    private static Set<String> keysIn(JsonNode secret) {
        Set<String> keys = new TreeSet<>();
        secret.path("known").fieldNames().forEachRemaining(keys::add);
        secret.path("random").forEach(key -> keys.add(key.asText()));
        return keys;
    }
}
