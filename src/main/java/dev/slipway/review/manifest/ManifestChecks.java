package dev.slipway.review.manifest;

import dev.slipway.review.Finding;
import dev.slipway.review.Synthesis;
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

    private ManifestChecks() {}

    /** Everything found, environment by environment. */
    public static List<Finding> findings(Synthesis synthesis) {
        return Environment.of(synthesis)
                .flatMap(environment -> CHECKS.stream().flatMap(check -> check.apply(environment)))
                .distinct()
                .toList();
    }
}
