package dev.slipway.review.across;

import dev.slipway.review.Manifest;
import dev.slipway.review.Tree;
import dev.slipway.review.network.Selector;
import dev.slipway.review.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The pods that an object makes.
 *
 * @param path of the template within the object; empty for a pod itself
 */
record PodSpec(Manifest owner, String path, Tree template) {
    /** In the place of a value that a secret holds. */
    static final String SECRET = "<secret>";

    /** A container, and where it stands in the object. */
    record Container(String path, Tree tree) {}

    static Optional<PodSpec> of(Manifest owner) {
        return Workload.templateOf(owner.kind())
                .map(path -> new PodSpec(owner, path, path.isEmpty() ? owner.tree() : owner.at(path)));
    }

    /** The same as assertions look at it. */
    Workload workload(Planes planes) {
        return new Workload(planes.synthesis(), owner);
    }

    Tree spec() {
        return template.get("spec");
    }

    String specPath() {
        return path.isEmpty() ? "spec" : path + ".spec";
    }

    String serviceAccount() {
        String name = spec().get("serviceAccountName").text();
        return name.isEmpty() ? "default" : name;
    }

    /** Those that prepare the pod, then those that run in it. */
    List<Container> containers() {
        List<Container> containers = new ArrayList<>();
        for (String field : List.of("initContainers", "containers")) {
            List<Tree> items = spec().get(field).items();
            for (int i = 0; i < items.size(); i++) {
                containers.add(new Container("%s.%s.%s".formatted(specPath(), field, i), items.get(i)));
            }
        }
        return containers;
    }

    /** Whether a label selector chooses these pods; an empty one chooses all. */
    boolean matches(Tree selector) {
        return new Selector(selector).takes(template.at("metadata.labels"));
    }

    /** Whether these pods have all of these labels. */
    boolean isSubset(Tree wanted) {
        Tree labels = template.at("metadata.labels");
        return wanted.fields().entrySet().stream()
                .allMatch(label -> labels.get(label.getKey()).equals(label.getValue()));
    }

    /** The number of a port that is named or numbered. */
    Optional<Long> port(Tree port) {
        return port.number().or(() -> containers().stream()
                .flatMap(container -> container.tree().get("ports").items().stream())
                .filter(declared -> declared.get("name").equals(port))
                .findFirst()
                .flatMap(declared -> declared.get("containerPort").number()));
    }

    /** What its containers find in their environment, as far as config maps and the template say it. */
    Map<String, String> variables(Planes planes) {
        Map<String, String> variables = new TreeMap<>();
        for (Container container : containers()) {
            container.tree().get("envFrom").items().stream()
                    .flatMap(from -> data(planes, from))
                    .forEach(entry -> variables.put(entry.getKey(), entry.getValue()));
            container
                    .tree()
                    .get("env")
                    .items()
                    .forEach(env -> variables.put(
                            env.get("name").text(),
                            env.get("valueFrom").exists()
                                    ? SECRET
                                    : env.get("value").text()));
        }
        return variables;
    }

    private Stream<Map.Entry<String, String>> data(Planes planes, Tree from) {
        Stream<Map.Entry<String, String>> plain =
                planes
                        .find(
                                "ConfigMap",
                                owner.namespace(),
                                from.at("configMapRef.name").text())
                        .stream()
                        .flatMap(map -> map.at("data").fields().entrySet().stream())
                        .map(entry -> Map.entry(entry.getKey(), entry.getValue().text()));
        Stream<Map.Entry<String, String>> secret =
                planes
                        .find(
                                "ExternalSecret",
                                owner.namespace(),
                                from.at("secretRef.name").text())
                        .stream()
                        .flatMap(object -> object.at("spec.data").items().stream())
                        .map(item -> Map.entry(item.get("secretKey").text(), SECRET));
        return Stream.concat(plain, secret);
    }
}
