package dev.slipway.review.manifest;

import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Looks for what a cluster would refuse or never start, in all manifests of a snapshot, whoever rendered them.
 *
 * <pre>{@code
 * assertThat(ManifestChecks.findings(Synthesis.read(Path.of("cdk.out"), Path.of("dist")))).isEmpty();
 * }</pre>
 */
public final class ManifestChecks {
    private static final List<Function<Environment, Stream<Finding>>> CHECKS = List.of(
            Names::findings,
            Scopes::findings,
            Uniqueness::findings,
            Quantities::findings,
            Exclusions::findings,
            Probes::findings,
            Ports::findings,
            Selectors::findings,
            References::findings,
            PodSecurity::findings);

    private static final Map<String, List<Function<Environment, Stream<Finding>>>> BY_RULE =
            new TreeMap<>(Map.ofEntries(
                    Map.entry("name", List.of(Names::findings)),
                    Map.entry("size", List.of(Names::findings)),
                    Map.entry("scope", List.of(Scopes::findings)),
                    Map.entry("duplicate", List.of(Uniqueness::findings)),
                    Map.entry("quantity", List.of(Quantities::findings)),
                    Map.entry("exclusive", List.of(Exclusions::findings)),
                    Map.entry("probe", List.of(Probes::findings)),
                    Map.entry("port", List.of(Ports::findings)),
                    Map.entry("selector", List.of(Selectors::findings)),
                    Map.entry("reference", List.of(References::findings, Ports::findings)),
                    Map.entry("pod-security", List.of(PodSecurity::findings))));

    private ManifestChecks() {}

    /** What one rule finds, and only by running the checks that it can come from: {@code findings(synthesis, "port")}. */
    public static Stream<Finding> findings(Synthesis synthesis, String rule) {
        String id = "kubernetes/" + rule;
        return Environment.of(synthesis)
                .flatMap(environment ->
                        BY_RULE.getOrDefault(rule, CHECKS).stream().flatMap(check -> check.apply(environment)))
                .filter(finding -> finding.rule().equals(id));
    }

    /** Everything found, environment by environment. */
    public static List<Finding> findings(Synthesis synthesis) {
        return Environment.of(synthesis)
                .flatMap(environment -> CHECKS.stream().flatMap(check -> check.apply(environment)))
                .distinct()
                .toList();
    }
}
