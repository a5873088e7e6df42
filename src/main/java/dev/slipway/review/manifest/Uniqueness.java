package dev.slipway.review.manifest;

import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lists that are maps to the API server, keyed by a field: what stands twice is refused, or the last one wins unseen. */
final class Uniqueness {
    /** By the field that holds a list, what it is keyed by: https://kubernetes.io/docs/reference/using-api/server-side-apply/. */
    private static final Map<String, Function<Field, String>> KEYS = new TreeMap<>(Map.of(
            "env", Uniqueness::name,
            "volumes", Uniqueness::name,
            "containers", Uniqueness::name,
            "initContainers", Uniqueness::name,
            "ports", Uniqueness::port,
            "volumeMounts", item -> item.text("mountPath"),
            "imagePullSecrets", Uniqueness::name,
            "volumeClaimTemplates", item -> item.text("metadata.name")));

    private Uniqueness() {}

    static Stream<Finding> findings(Environment environment) {
        Stream<Finding> lists = environment.objects().stream()
                .map(Field::root)
                .flatMap(Field::all)
                .filter(field ->
                        KEYS.containsKey(field.name()) && !field.items().isEmpty())
                .filter(field -> !field.object().kind().equals("Gateway"))
                .flatMap(field -> twice(field.items(), KEYS.getOrDefault(field.name(), Uniqueness::name)));
        return Stream.of(
                        lists,
                        objects(environment),
                        portNames(environment),
                        containerNames(environment),
                        routes(environment))
                .flatMap(findings -> findings);
    }

    private static String name(Field item) {
        return item.text("name");
    }

    private static String port(Field item) {
        String number = Stream.of("containerPort", "port", "number", "name")
                .map(item::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return number + item.text("endPort") + "/" + (item.has("protocol") ? item.text("protocol") : "TCP");
    }

    private static Stream<Finding> objects(Environment environment) {
        return twice(environment.objects().stream().map(Field::root).toList(), root -> "%s %s/%s"
                .formatted(root.text("kind"), root.text("metadata.namespace"), root.text("metadata.name")));
    }

    private static Stream<Finding> portNames(Environment environment) {
        Stream<Finding> ofServices = environment.roots("Service").flatMap(service -> {
            List<Field> ports = service.items("spec.ports");
            Stream<Finding> unnamed = ports.size() < 2
                    ? Stream.empty()
                    : ports.stream()
                            .filter(port -> !port.has("name"))
                            .map(port -> port.finding("duplicate", "must have a name, where there are several."));
            return Stream.concat(unnamed, twice(named(ports), Uniqueness::name));
        });
        Stream<Finding> ofPods = environment
                .pods()
                .flatMap(pod -> twice(
                        named(pod.containers().stream()
                                .flatMap(container -> container.items("ports").stream())
                                .toList()),
                        Uniqueness::name));
        return Stream.concat(ofServices, ofPods);
    }

    private static List<Field> named(List<Field> ports) {
        return ports.stream().filter(port -> port.has("name")).toList();
    }

    private static Stream<Finding> containerNames(Environment environment) {
        return environment.pods().flatMap(pod -> twice(pod.containers(), Uniqueness::name));
    }

    /** Two Ingresses with one host and path: which of them answers is up to the controller. */
    private static Stream<Finding> routes(Environment environment) {
        List<Field> paths = environment
                .roots("Ingress")
                .flatMap(ingress -> ingress.items("spec.rules").stream())
                .flatMap(rule -> rule.items("http.paths").stream())
                .toList();
        return twice(paths, path -> "%s %s %s %s"
                .formatted(
                        path.object().at("spec.ingressClassName").text(),
                        path.object()
                                .at(path.path().replaceFirst("\\.http\\..*", ".host"))
                                .text(),
                        path.text("pathType"),
                        path.text("path")));
    }

    private static Stream<Finding> twice(List<Field> items, Function<Field, String> key) {
        Set<String> seen = new TreeSet<>();
        return items.stream()
                .filter(item -> !key.apply(item).isEmpty() && !seen.add(key.apply(item)))
                .map(item -> item.finding("duplicate", "(%s) must stand once.".formatted(key.apply(item))))
                .toList()
                .stream();
    }
}
