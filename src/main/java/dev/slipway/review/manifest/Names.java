package dev.slipway.review.manifest;

import dev.slipway.review.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The syntax of names, labels and keys:
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ and .../labels/.
 */
final class Names {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern SERVICE = Pattern.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern SUBDOMAIN =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern PATH_SEGMENT = Pattern.compile("(?!\\.{1,2}$)[^/%]+");
    private static final Pattern PORT = Pattern.compile("(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?");
    private static final Pattern QUALIFIED = Pattern.compile("([^/]+/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
    private static final Pattern LABEL_VALUE = Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");
    private static final Pattern VARIABLE = Pattern.compile("[ -<>-~]+");
    private static final Pattern IMAGE = Pattern.compile(
            "([A-Za-z0-9.-]+(:[0-9]+)?/)?[a-z0-9]+([._/-]+[a-z0-9]+)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}(@sha256:[0-9a-f]{64})?|@sha256:[0-9a-f]{64})");
    private static final Pattern FILE = Pattern.compile("(?!\\.{1,2}$)[-._a-zA-Z0-9]{1,253}");

    /** Of the annotations of an object together, in bytes. */
    private static final int ANNOTATIONS = 256 * 1024;

    /** Of the data of a ConfigMap, in bytes. */
    private static final int DATA = 1024 * 1024;

    private Names() {}

    static Stream<Finding> findings(Environment environment) {
        return Stream.concat(
                environment.objects().stream().map(Field::root).flatMap(Names::ofObject),
                environment.pods().flatMap(Names::ofPod));
    }

    private static Stream<Finding> ofObject(Field root) {
        Field name = root.at("metadata.name");
        Pattern syntax =
                switch (root.text("kind")) {
                    case "Namespace" -> LABEL;
                    case "Service" -> SERVICE;
                    case "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding" -> PATH_SEGMENT;
                    default -> SUBDOMAIN;
                };
        Stream<Finding> keys = Stream.of("data", "binaryData", "stringData")
                .filter(field -> Stream.of("ConfigMap", "Secret").anyMatch(root.text("kind")::equals))
                .flatMap(field -> root.at(field).entries().stream())
                .flatMap(entry -> must(FILE, entry.name(), entry, "a key"));
        return Stream.of(
                        must(syntax, name.text(), name, "a name"),
                        metadata(root.at("metadata")),
                        keys,
                        size(root.at("metadata.annotations"), ANNOTATIONS),
                        size(root.at("data"), DATA))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> ofPod(Pod pod) {
        Stream<Finding> containers = pod.containers().stream()
                .flatMap(container -> Stream.concat(
                        must(LABEL, container.text("name"), container.at("name"), "a name of a container"),
                        Stream.concat(
                                container.items("env").stream()
                                        .flatMap(env -> must(VARIABLE, env.text("name"), env.at("name"), "a variable")),
                                container.items("ports").stream()
                                        .filter(port -> port.has("name"))
                                        .flatMap(port ->
                                                must(PORT, port.text("name"), port.at("name"), "a name of a port")))));
        Stream<Finding> images = pod.containers().stream()
                .flatMap(container ->
                        must(IMAGE, container.text("image"), container.at("image"), "an image and its tag or digest"));
        Stream<Finding> volumes = pod.spec().items("volumes").stream()
                .flatMap(volume -> must(LABEL, volume.text("name"), volume.at("name"), "a name of a volume"));
        return Stream.of(metadata(pod.template().at("metadata")), containers, images, volumes)
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> metadata(Field metadata) {
        Stream<Finding> labels = metadata.at("labels").entries().stream()
                .flatMap(label -> Stream.concat(
                        must(QUALIFIED, label.name(), label, "a key of a label"),
                        must(LABEL_VALUE, label.text(), label, "the value of a label")));
        Stream<Finding> annotations = metadata.at("annotations").entries().stream()
                .flatMap(annotation -> must(QUALIFIED, annotation.name(), annotation, "a key of an annotation"));
        return Stream.concat(labels, annotations);
    }

    private static Stream<Finding> must(Pattern syntax, String value, Field field, String what) {
        return syntax.matcher(value).matches()
                ? Stream.empty()
                : Stream.of(field.finding("name", "(%s) must be %s: %s.".formatted(value, what, syntax)));
    }

    private static Stream<Finding> size(Field map, int most) {
        int size = map.entries().stream()
                .mapToInt(entry -> entry.name().length() + entry.text().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        return size <= most
                ? Stream.empty()
                : Stream.of(map.finding("size", "(%s bytes) must be at most %s bytes.".formatted(size, most)));
    }
}
