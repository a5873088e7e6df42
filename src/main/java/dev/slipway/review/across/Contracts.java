package dev.slipway.review.across;

import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service reads, and what its pods are given. A contract is a tree with {@code service}; {@code variables}, each with
 * the values that it may have ({@code <secret>} or {@code <parameter>} where a Secret holds it); the paths {@code readiness} and
 * {@code liveness}; {@code routes}; and, where somebody says so, {@code required} variables. Where nobody does, those are
 * required which most environments of the same kind set, on AWS or away from it.
 */
public final class Contracts {
    private static final Set<String> HELD = new TreeSet<>(List.of("<secret>", "<parameter>"));

    private final List<Planes> all;
    private final Tree contract;
    private final String service;

    private Contracts(List<Planes> all, Tree contract) {
        this.all = all;
        this.contract = contract;
        this.service = contract.get("service").text();
    }

    public static Stream<Finding> findings(Synthesis synthesis, List<Tree> contracts) {
        List<Planes> planes = Planes.of(synthesis).toList();
        return contracts.stream()
                .map(contract -> new Contracts(planes, contract))
                .flatMap(Contracts::all);
    }

    /** The pods that are the service itself, by environment; its tasks have containers of other names. */
    private Stream<PodSpec> pods(Planes planes) {
        return planes.pods().filter(pod -> pod.owner().file().equals(service)).filter(pod -> pod.containers().stream()
                .anyMatch(container -> container.tree().get("name").text().equals(service)));
    }

    private Stream<Finding> all() {
        return all.stream().flatMap(planes -> {
            Set<String> required = required(!planes.resources().isEmpty());
            return pods(planes)
                    .flatMap(pod -> Stream.of(variables(planes, pod, required), probes(pod), routes(planes, pod))
                            .flatMap(findings -> findings));
        });
    }

    private Set<String> required(boolean isOnAws) {
        if (contract.get("required").exists()) {
            return new TreeSet<>(contract.get("required").texts());
        }
        Map<String, Integer> times = new TreeMap<>();
        int pods = 0;
        List<Planes> alike = all.stream()
                .filter(planes -> planes.resources().isEmpty() != isOnAws)
                .toList();
        for (Planes planes : alike) {
            for (PodSpec pod : pods(planes).toList()) {
                pods++;
                pod.variables(planes).keySet().forEach(name -> times.merge(name, 1, Integer::sum));
            }
        }
        int most = pods;
        return contract.get("variables").fields().keySet().stream()
                .filter(name -> 2 * times.getOrDefault(name, 0) > most || !isSet(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isSet(String name) {
        return all.stream().anyMatch(planes -> pods(planes)
                .anyMatch(pod -> pod.variables(planes).containsKey(name)));
    }

    private Stream<Finding> variables(Planes planes, PodSpec pod, Set<String> required) {
        Map<String, String> given = pod.variables(planes);
        Stream<Finding> missing = required.stream()
                .filter(name -> !given.containsKey(name))
                .map(name -> about(pod, "must set variable %s, which service %s reads.".formatted(name, service)));
        Stream<Finding> other = given.entrySet().stream().flatMap(variable -> {
            List<String> values =
                    contract.get("variables").get(variable.getKey()).texts();
            boolean isHeld = variable.getValue().equals(PodSpec.SECRET);
            boolean isKnown = isHeld ? values.stream().anyMatch(HELD::contains) : values.contains(variable.getValue());
            if (values.isEmpty()) {
                return Stream.of(about(
                                pod,
                                "sets variable %s, which service %s must read.".formatted(variable.getKey(), service))
                        .asWarning());
            }
            return isKnown
                    ? Stream.<Finding>empty()
                    : Stream.of(about(
                            pod,
                            "sets variable %s (%s), which must be one of %s."
                                    .formatted(variable.getKey(), variable.getValue(), String.join(", ", values))));
        });
        return Stream.concat(missing, other);
    }

    private Stream<Finding> probes(PodSpec pod) {
        return pod.containers().stream()
                .filter(container -> container.tree().get("name").text().equals(service))
                .flatMap(container -> Stream.of("readiness", "liveness").flatMap(probe -> {
                    String path = "%sProbe.httpGet.path".formatted(probe);
                    String asked = container.tree().at(path).text();
                    String answered = contract.get(probe).text();
                    return asked.isEmpty() || answered.isEmpty() || asked.equals(answered)
                            ? Stream.<Finding>empty()
                            : Stream.of(Finding.about(
                                    pod.owner(),
                                    container.path() + "." + path,
                                    "(%s) must be where service %s answers (%s).".formatted(asked, service, answered)));
                }));
    }

    private Stream<Finding> routes(Planes planes, PodSpec pod) {
        String routed = planes.ofKind("Ingress", "HTTPRoute", "IngressRoute")
                .filter(route -> route.file().equals(service))
                .map(route -> route.tree().toString())
                .collect(Collectors.joining());
        boolean isRouted =
                planes.ofKind("Ingress", "HTTPRoute", "IngressRoute").findAny().isPresent();
        return contract.get("routes").texts().stream()
                .filter(path -> isRouted && !routed.contains(path))
                .map(path ->
                        about(pod, "must have a route for (%s), where service %s answers.".formatted(path, service)));
    }

    private static Finding about(PodSpec pod, String what) {
        return Finding.about(pod.owner(), pod.specPath(), what);
    }
}
