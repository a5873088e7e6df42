package dev.slipway.review.manifest;

import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/** What the kubelet asks of a container: at a port that it has, in one way, and in time. */
final class Probes {
    private static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");
    private static final List<String> HANDLERS = List.of("exec", "httpGet", "tcpSocket", "grpc");

    /** Without terminationGracePeriodSeconds, in seconds. */
    private static final long GRACE = 30;

    private Probes() {}

    static Stream<Finding> findings(Environment environment) {
        return environment.pods().flatMap(pod -> {
            Stream<Finding> probes = pod.containers().stream().flatMap(container -> PROBES.stream()
                    .filter(container::has)
                    .flatMap(name -> ofProbe(container, container.at(name))));
            return Stream.of(probes, hooks(pod), initContainers(pod)).flatMap(findings -> findings);
        });
    }

    private static Stream<Finding> ofProbe(Field container, Field probe) {
        Stream<Finding> ports = Stream.of("httpGet.port", "tcpSocket.port", "grpc.port")
                .map(probe::at)
                .filter(Field::exists)
                .filter(port -> !declares(container, port.text()))
                .map(port -> port.finding(
                        "probe",
                        "(%s) must be a port of container %s.".formatted(port.text(), container.text("name"))));
        Stream<Finding> successes = probe.name().equals("readinessProbe")
                        || probe.at("successThreshold").value().number().orElse(1L) == 1
                ? Stream.empty()
                : Stream.of(probe.at("successThreshold")
                        .finding("probe", "(%s) must be 1.".formatted(probe.text("successThreshold"))));
        Field timeout = probe.at("timeoutSeconds");
        Stream<Finding> late = timeout.value().number().orElse(1L)
                        <= probe.at("periodSeconds").value().number().orElse(10L)
                ? Stream.empty()
                : Stream.of(timeout.finding("probe", "(%s) must be at most periodSeconds.".formatted(timeout.text())));
        return Stream.of(Exclusions.one(probe, HANDLERS), ports, successes, late)
                .flatMap(findings -> findings);
    }

    private static boolean declares(Field container, String port) {
        return container.items("ports").stream()
                .anyMatch(declared -> declared.text("containerPort").equals(port)
                        || declared.text("name").equals(port));
    }

    /** A hook that takes all of the grace leaves none to the container, which is then killed. */
    private static Stream<Finding> hooks(Pod pod) {
        long grace =
                pod.spec().at("terminationGracePeriodSeconds").value().number().orElse(GRACE);
        return pod.containers().stream()
                .map(container -> container.at("lifecycle.preStop.sleep.seconds"))
                .filter(sleep -> sleep.value()
                        .number()
                        .filter(seconds -> seconds >= grace)
                        .isPresent())
                .map(sleep -> sleep.finding(
                        "probe",
                        "(%s) must be less than terminationGracePeriodSeconds (%s).".formatted(sleep.text(), grace)));
    }

    /** Only those that keep running beside the others may be probed. */
    private static Stream<Finding> initContainers(Pod pod) {
        return pod.spec().items("initContainers").stream()
                .filter(container -> !container.text("restartPolicy").equals("Always"))
                .flatMap(container -> Stream.concat(PROBES.stream(), Stream.of("lifecycle"))
                        .filter(container::has)
                        .map(container::at))
                .map(field ->
                        field.finding("probe", "must be absent in a container that ends before the others start."));
    }
}
