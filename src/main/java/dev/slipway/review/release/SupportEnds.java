package dev.slipway.review.release;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** Clusters whose version of Kubernetes AWS supports no longer, or not for long. */
public final class SupportEnds {
    /** As long before the end as AWS itself sends a notice. */
    private static final int DAYS_OF_NOTICE = 60;

    private SupportEnds() {}

    public static Stream<Finding> findings(Synthesis synthesis, LocalDate today) {
        return synthesis.templates().stream()
                .flatMap(template -> template.resources("AWS::EKS::Cluster").stream())
                .flatMap(cluster -> EksRelease.of(cluster.property("Version").text()).stream()
                        .flatMap(release -> on(today, cluster, release)));
    }

    private static Stream<Finding> on(LocalDate today, Resource cluster, EksRelease release) {
        if (today.isAfter(release.extendedUntil())) {
            return Stream.of(about(
                    cluster,
                    "(%s) must be a version that AWS supports; it did so until %s."
                            .formatted(release.version(), release.extendedUntil())));
        }
        if (today.isAfter(release.standardUntil())) {
            return Stream.of(about(
                            cluster,
                            "(%s) must be upgraded: it costs 0.60 USD an hour instead of 0.10 since %s, until AWS upgrades it after %s."
                                    .formatted(release.version(), release.standardUntil(), release.extendedUntil()))
                    .asWarning());
        }
        long days = ChronoUnit.DAYS.between(today, release.standardUntil());
        return days > DAYS_OF_NOTICE
                ? Stream.empty()
                : Stream.of(about(
                                cluster,
                                "(%s) must be upgraded by %s, in %s days; then it costs 0.60 USD an hour instead of 0.10."
                                        .formatted(release.version(), release.standardUntil(), days))
                        .asWarning());
    }

    private static Finding about(Resource cluster, String what) {
        return Finding.about(cluster, "Properties.Version", what);
    }
}
