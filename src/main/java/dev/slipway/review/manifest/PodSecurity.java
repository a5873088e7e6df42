package dev.slipway.review.manifest;

import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The profiles of pod security that a namespace enforces, which the API server asks of each pod:
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/.
 */
final class PodSecurity {
    private static final String ENFORCED = "pod-security.kubernetes.io/enforce";
    private static final Set<String> VOLUMES = new TreeSet<>(List.of(
            "configMap",
            "csi",
            "downwardAPI",
            "emptyDir",
            "ephemeral",
            "persistentVolumeClaim",
            "projected",
            "secret"));
    private static final List<String> PROFILES = List.of("RuntimeDefault", "Localhost");

    private PodSecurity() {}

    static Stream<Finding> findings(Environment environment) {
        return environment.pods().flatMap(pod -> switch (profile(environment, pod.namespace())) {
            case "restricted" -> Stream.concat(baseline(pod), restricted(pod));
            case "baseline" -> baseline(pod);
            default -> Stream.empty();
        });
    }

    private static String profile(Environment environment, String namespace) {
        return environment
                .find("Namespace", "", namespace)
                .map(found -> found.at("metadata.labels").get(ENFORCED).text())
                .orElse("privileged");
    }

    private static Stream<Finding> baseline(Pod pod) {
        Stream<Finding> host = Stream.of("hostNetwork", "hostPID", "hostIPC")
                .map(pod.spec()::at)
                .filter(field -> field.value().isTrue())
                .map(field -> field.finding("pod-security", "must not be true."));
        Stream<Finding> volumes = pod.spec().items("volumes").stream()
                .filter(volume -> volume.has("hostPath"))
                .map(volume -> volume.at("hostPath").finding("pod-security", "must not be mounted."));
        Stream<Finding> containers = pod.containers().stream()
                .flatMap(container -> Stream.concat(
                        Stream.of(container.at("securityContext.privileged"))
                                .filter(field -> field.value().isTrue())
                                .map(field -> field.finding("pod-security", "must not be true.")),
                        container.items("ports").stream()
                                .map(port -> port.at("hostPort"))
                                .filter(port -> port.exists() && !port.text().equals("0"))
                                .map(port ->
                                        port.finding("pod-security", "(%s) must be absent.".formatted(port.text())))));
        return Stream.of(host, volumes, containers).flatMap(findings -> findings);
    }

    private static Stream<Finding> restricted(Pod pod) {
        Stream<Finding> volumes = pod.spec().items("volumes").stream()
                .flatMap(volume -> volume.entries().stream())
                .filter(source -> !source.name().equals("name") && !VOLUMES.contains(source.name()))
                .map(source -> source.finding("pod-security", "must be one of %s.".formatted(VOLUMES)));
        Stream<Finding> containers = pod.containers().stream().flatMap(container -> {
            Field context = container.at("securityContext");
            return Stream.of(
                            must(
                                    context.at("allowPrivilegeEscalation"),
                                    context.text("allowPrivilegeEscalation").equals("false"),
                                    "false"),
                            must(
                                    context.at("runAsNonRoot"),
                                    inherited(pod, context, "runAsNonRoot").isTrue(),
                                    "true"),
                            must(
                                    context.at("runAsUser"),
                                    !inherited(pod, context, "runAsUser").text().equals("0"),
                                    "a user other than 0"),
                            must(
                                    context.at("seccompProfile.type"),
                                    PROFILES.contains(profile(pod, context)),
                                    "RuntimeDefault"),
                            must(
                                    context.at("capabilities.drop"),
                                    context.at("capabilities.drop")
                                            .value()
                                            .texts()
                                            .contains("ALL"),
                                    "ALL"),
                            must(
                                    context.at("capabilities.add"),
                                    List.of("NET_BIND_SERVICE")
                                            .containsAll(context.at("capabilities.add")
                                                    .value()
                                                    .texts()),
                                    "NET_BIND_SERVICE at most"))
                    .flatMap(findings -> findings);
        });
        return Stream.concat(volumes, containers);
    }

    private static Tree inherited(Pod pod, Field context, String field) {
        return context.has(field)
                ? context.value().get(field)
                : pod.spec().at("securityContext").value().get(field);
    }

    private static String profile(Pod pod, Field context) {
        return inherited(pod, context, "seccompProfile").get("type").text();
    }

    private static Stream<Finding> must(Field field, boolean holds, String allowed) {
        return holds
                ? Stream.empty()
                : Stream.of(field.finding("pod-security", "(%s) must be %s.".formatted(field.value(), allowed)));
    }
}
