package dev.slipway.review.manifest;

import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.manifest.kind.UnknownFields;
import java.util.List;
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
            environment -> environment.objects().stream().flatMap(object -> UnknownFields.findings(object).stream()),
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

    private final List<Finding> all;

    private ManifestChecks(Synthesis synthesis) {
        all = Environment.of(synthesis)
                .flatMap(environment -> CHECKS.stream().flatMap(check -> check.apply(environment)))
                .distinct()
                .toList();
    }

    /** What one rule finds, of all that is looked for at once: {@code findings(synthesis, "port")}. */
    public static Stream<Finding> findings(Synthesis synthesis, String rule) {
        String id = "kubernetes/" + rule;
        return findings(synthesis).stream().filter(finding -> finding.rule().equals(id));
    }

    /** Everything found, environment by environment. */
    public static List<Finding> findings(Synthesis synthesis) {
        return synthesis.derived(ManifestChecks.class, "", () -> new ManifestChecks(synthesis)).all;
    }
}
