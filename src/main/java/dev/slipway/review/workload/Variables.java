package dev.slipway.review.workload;

import dev.slipway.review.Manifest;
import dev.slipway.review.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The environment variables of a container, followed to where their values come from. */
final class Variables {
    private final Container container;
    private final Map<String, EnvironmentVariable> found = new LinkedHashMap<>();

    private Variables(Container container) {
        this.container = container;
    }

    /** Those of whole ConfigMaps and Secrets first, as those that are listed one by one win. */
    static Map<String, EnvironmentVariable> of(Container container) {
        Variables variables = new Variables(container);
        container.tree().get("envFrom").items().forEach(variables::addAll);
        container.tree().get("env").items().forEach(variables::add);
        return variables.found;
    }

    private void put(String name, EnvironmentVariable.Source source) {
        found.put(name, new EnvironmentVariable(name, source));
    }

    private void addAll(Tree from) {
        String prefix = from.get("prefix").text();
        object("ConfigMap", from.at("configMapRef.name").text()).ifPresent(map -> map.at("data")
                .fields()
                .forEach((key, value) -> put(prefix + key, new EnvironmentVariable.Literal(value.text()))));
        String secret = from.at("secretRef.name").text();
        if (!secret.isEmpty()) {
            keys(secret).forEach(key -> put(prefix + key, sourceOf(secret, key)));
        }
    }

    private List<String> keys(String secret) {
        List<String> fetched = ExternalSecrets.keys(container.workload(), secret);
        return fetched.isEmpty()
                ? object("Secret", secret).stream()
                        .flatMap(object -> List.of("data", "stringData").stream()
                                .flatMap(field -> object.at(field).fields().keySet().stream()))
                        .toList()
                : fetched;
    }

    private void add(Tree variable) {
        String name = variable.get("name").text();
        Tree from = variable.get("valueFrom");
        put(
                name,
                from.exists()
                        ? source(from)
                        : new EnvironmentVariable.Literal(variable.get("value").text()));
    }

    private EnvironmentVariable.Source source(Tree from) {
        Tree secret = from.get("secretKeyRef");
        if (secret.exists()) {
            return sourceOf(secret.get("name").text(), secret.get("key").text());
        }
        Tree map = from.get("configMapKeyRef");
        if (map.exists()) {
            String name = map.get("name").text();
            String key = map.get("key").text();
            return object("ConfigMap", name)
                    .<EnvironmentVariable.Source>map(object -> new EnvironmentVariable.Literal(
                            object.at("data").get(key).text()))
                    .orElseGet(() -> new EnvironmentVariable.ForeignConfigMap(name, key));
        }
        Tree field = from.get("fieldRef");
        return new EnvironmentVariable.PodField(
                field.exists()
                        ? field.get("fieldPath").text()
                        : from.at("resourceFieldRef.resource").text());
    }

    private EnvironmentVariable.Source sourceOf(String secret, String key) {
        return ExternalSecrets.source(container.workload(), secret, key)
                .orElseGet(() -> new EnvironmentVariable.ClusterSecret(secret, key));
    }

    private Optional<Manifest> object(String kind, String name) {
        Workload workload = container.workload();
        return workload.synthesis().manifests(workload.environment(), kind).stream()
                .filter(object ->
                        object.name().equals(name) && object.namespace().equals(workload.namespace()))
                .findFirst();
    }
}
