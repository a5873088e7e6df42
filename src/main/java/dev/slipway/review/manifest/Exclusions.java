package dev.slipway.review.manifest;

import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fields that exclude each other, numbers and address ranges that bound each other. */
final class Exclusions {
    private static final List<String> HANDLERS = List.of("exec", "httpGet", "tcpSocket", "grpc", "sleep");
    private static final List<String> SELECTORS = List.of("podSelector", "namespaceSelector");

    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*/[0-9]{1,3}");
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
    private static final int BITS = 32;
    private static final int OCTETS = 4;
    private static final int OCTET = 256;

    private Exclusions() {}

    static Stream<Finding> findings(Environment environment) {
        return Stream.of(
                        environment.pods().flatMap(Exclusions::ofPod),
                        environment
                                .roots("NetworkPolicy", "ApplicationNetworkPolicy")
                                .flatMap(Exclusions::ofPolicy),
                        environment
                                .roots("HorizontalPodAutoscaler")
                                .flatMap(root -> ordered(root, "minReplicas", "maxReplicas")),
                        environment
                                .roots("ScaledObject")
                                .flatMap(root -> ordered(root, "minReplicaCount", "maxReplicaCount")),
                        environment
                                .roots("PodDisruptionBudget")
                                .flatMap(root -> Stream.concat(
                                        one(root.at("spec"), List.of("minAvailable", "maxUnavailable")),
                                        Stream.of("spec.minAvailable", "spec.maxUnavailable")
                                                .map(root::at)
                                                .flatMap(Exclusions::share))),
                        environment.roots("Deployment").flatMap(Exclusions::ofDeployment),
                        environment.roots("ConfigMap", "Secret").flatMap(Exclusions::ofData))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> ofPod(Pod pod) {
        Stream<Finding> variables = pod.containers().stream()
                .flatMap(container -> container.items("env").stream())
                .flatMap(env -> Stream.concat(
                        atMostOne(env, List.of("value", "valueFrom")),
                        env.has("valueFrom") ? one(env.at("valueFrom"), keys(env.at("valueFrom"))) : Stream.empty()));
        Stream<Finding> sources = pod.containers().stream()
                .flatMap(container -> container.items("envFrom").stream())
                .flatMap(from -> one(from, List.of("configMapRef", "secretRef")));
        Stream<Finding> volumes = pod.spec().items("volumes").stream()
                .flatMap(volume -> one(
                        volume,
                        keys(volume).stream().filter(key -> !key.equals("name")).toList()));
        Stream<Finding> hooks = pod.containers().stream()
                .flatMap(container -> container.at("lifecycle").entries().stream())
                .filter(hook -> !hook.name().equals("stopSignal"))
                .flatMap(hook -> one(hook, HANDLERS));
        return Stream.of(variables, sources, volumes, hooks, restart(pod)).flatMap(findings -> findings);
    }

    private static Stream<Finding> restart(Pod pod) {
        Field policy = pod.spec().at("restartPolicy");
        boolean isJob = List.of("Job", "CronJob").contains(pod.owner().kind());
        List<String> allowed = isJob ? List.of("Never", "OnFailure") : List.of("Always", "");
        return pod.owner().kind().equals("Pod") || allowed.contains(policy.text())
                ? Stream.empty()
                : Stream.of(policy.finding(
                        "exclusive",
                        "(%s) must be %s in a %s."
                                .formatted(
                                        policy.text(),
                                        String.join(" or ", allowed),
                                        pod.owner().kind())));
    }

    private static Stream<Finding> ofPolicy(Field root) {
        Stream<Finding> peers = Stream.of("ingress.from", "egress.to")
                .map(side -> side.split("\\."))
                .flatMap(side -> root.items("spec." + side[0]).stream().flatMap(rule -> rule.items(side[1]).stream()))
                .flatMap(peer -> Stream.concat(
                        peer.value().fields().isEmpty()
                                ? Stream.of(peer.finding("exclusive", "must name pods, a namespace or addresses."))
                                : Stream.empty(),
                        Stream.concat(
                                peer.has("ipBlock") && SELECTORS.stream().anyMatch(peer::has)
                                        ? Stream.of(
                                                peer.finding("exclusive", "must have ipBlock or selectors, not both."))
                                        : Stream.empty(),
                                range(peer.at("ipBlock")))));
        Stream<Finding> unlisted = Stream.of("ingress", "egress")
                .filter(side -> root.at("spec").has(side) && root.at("spec").has("policyTypes"))
                .filter(side -> root.at("spec.policyTypes").value().texts().stream()
                        .noneMatch(type -> type.equalsIgnoreCase(side)))
                .map(side -> root.at("spec." + side)
                        .finding("exclusive", "must be among policyTypes, or it has no effect."));
        return Stream.concat(peers, unlisted);
    }

    private static Stream<Finding> ofDeployment(Field root) {
        Field strategy = root.at("spec.strategy");
        boolean recreates = strategy.text("type").equals("Recreate") && strategy.has("rollingUpdate");
        boolean stands = strategy.text("rollingUpdate.maxSurge").matches("0%?")
                && strategy.text("rollingUpdate.maxUnavailable").matches("0%?");
        Stream<Finding> shares = Stream.of("maxSurge", "maxUnavailable")
                .map(strategy.at("rollingUpdate")::at)
                .flatMap(Exclusions::share);
        Stream<Finding> together = Stream.of(
                        recreates
                                ? Optional.of(
                                        strategy.finding("exclusive", "must have no rollingUpdate where it recreates."))
                                : Optional.<Finding>empty(),
                        stands
                                ? Optional.of(strategy.finding(
                                        "exclusive", "must let maxSurge or maxUnavailable be more than 0."))
                                : Optional.<Finding>empty())
                .flatMap(Optional::stream);
        return Stream.concat(together, shares);
    }

    /** A number of pods, or their share. */
    private static Stream<Finding> share(Field field) {
        return !field.exists() || field.text().matches("\\d+%?")
                ? Stream.empty()
                : Stream.of(field.finding("exclusive", "(%s) must be a number, or per cent.".formatted(field.text())));
    }

    private static Stream<Finding> ofData(Field root) {
        return root.at("binaryData").entries().stream()
                .filter(entry -> root.at("data").value().get(entry.name()).exists())
                .map(entry -> entry.finding("exclusive", "must not be a key of data too."));
    }

    private static Stream<Finding> ordered(Field root, String least, String most) {
        Optional<Long> min = root.at("spec." + least).value().number();
        Optional<Long> max = root.at("spec." + most).value().number();
        return min.isPresent() && max.isPresent() && min.get() > max.get()
                ? Stream.of(root.at("spec." + least)
                        .finding("exclusive", "(%s) must be at most %s (%s).".formatted(min.get(), most, max.get())))
                : Stream.empty();
    }

    private static List<String> keys(Field field) {
        return List.copyOf(field.value().fields().keySet());
    }

    static Stream<Finding> one(Field field, List<String> choices) {
        return choices.stream().filter(field::has).count() == 1
                ? Stream.empty()
                : Stream.of(field.finding(
                        "exclusive",
                        "must have exactly one of %s."
                                .formatted(choices.isEmpty() ? "its sources" : String.join(", ", choices))));
    }

    private static Stream<Finding> atMostOne(Field field, List<String> choices) {
        return choices.stream().filter(field::has).count() <= 1 ? Stream.empty() : one(field, choices);
    }

    private static Stream<Finding> range(Field block) {
        if (!block.exists()) {
            return Stream.empty();
        }
        Field cidr = block.at("cidr");
        Stream<Finding> outside = block.items("except").stream()
                .filter(except -> !within(except.text(), cidr.text()))
                .map(except -> except.finding(
                        "cidr", "(%s) must be a range within %s.".formatted(except.text(), cidr.text())));
        return Stream.concat(
                isRange(cidr.text())
                        ? Stream.empty()
                        : Stream.of(cidr.finding(
                                "cidr",
                                "(%s) must be the first address of a range, and its bits.".formatted(cidr.text()))),
                outside);
    }

    private static boolean isRange(String text) {
        long[] range = parsed(text);
        return range.length == 2 ? hostBitsAreZero(range) : IPV6.matcher(text).matches();
    }

    private static boolean within(String inner, String outer) {
        long[] small = parsed(inner);
        long[] large = parsed(outer);
        return small.length == 2
                && large.length == 2
                && small[1] > large[1]
                && (small[0] >> (BITS - large[1])) == (large[0] >> (BITS - large[1]));
    }

    private static boolean hostBitsAreZero(long[] range) {
        return (range[0] & ((1L << (BITS - range[1])) - 1)) == 0;
    }

    /** Address and bits, or nothing where it is no range. */
    private static long[] parsed(String text) {
        Matcher matcher = IPV4.matcher(text);
        if (!matcher.matches()) {
            return new long[0];
        }
        long address = 0;
        for (int i = 1; i <= OCTETS; i++) {
            long octet = Long.parseLong(matcher.group(i));
            if (octet >= OCTET) {
                return new long[0];
            }
            address = address * OCTET + octet;
        }
        long bits = Long.parseLong(matcher.group(OCTETS + 1));
        return bits > BITS ? new long[0] : new long[] {address, bits};
    }
}
