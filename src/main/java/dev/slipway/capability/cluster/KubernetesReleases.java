package dev.slipway.capability.cluster;

import static dev.slipway.plan.problem.Problem.error;
import static dev.slipway.plan.problem.Problem.warning;

import dev.slipway.plan.Place;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Origin;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** Which versions of Kubernetes a cluster may have, and for how long. */
final class KubernetesReleases {
    static final List<String> KNOWN =
            KubernetesRelease.ALL.stream().map(KubernetesRelease::version).toList();

    /** In standard support when the calendar was last looked at: no new cluster should start with less. */
    static final List<String> FOR_NEW_CLUSTERS = KubernetesRelease.ALL.stream()
            .filter(release -> !release.standardSupportUntil().isBefore(KubernetesRelease.CHECKED))
            .map(KubernetesRelease::version)
            .toList();

    /** As long before the end as AWS itself sends a notice; an upgrade is rehearsed and done in less. */
    private static final int DAYS_OF_NOTICE = 60;

    private KubernetesReleases() {}

    static Stream<Problem> unsupported(String version, List<String> supported, String factory, Origin origin) {
        return supported.contains(version)
                ? Stream.empty()
                : Stream.of(error(
                        "cluster/version",
                        origin,
                        "The Kubernetes version (%s) of the cluster must be one of %s."
                                .formatted(version, String.join(", ", supported)),
                        "write it as %s.kubernetes(\"%s\").".formatted(factory, KubernetesRelease.DEFAULT_VERSION)));
    }

    /** Says nothing where the day is not known. */
    static Stream<Problem> ending(String version, Place place, Origin origin) {
        return place.today().stream().flatMap(today -> KubernetesRelease.of(version).stream()
                .flatMap(release -> on(today, release, origin)));
    }

    private static Stream<Problem> on(LocalDate today, KubernetesRelease release, Origin origin) {
        String fix =
                "upgrade by one minor version at a time, the next with .kubernetes(\"%s\").".formatted(next(release));
        if (today.isAfter(release.extendedSupportUntil())) {
            return Stream.of(error(
                    "cluster/end-of-support",
                    origin,
                    "The Kubernetes version (%s) of the cluster was supported until %s; AWS upgrades a cluster that is left behind."
                            .formatted(release.version(), release.extendedSupportUntil()),
                    fix));
        }
        if (today.isAfter(release.standardSupportUntil())) {
            return Stream.of(warning(
                    "cluster/end-of-support",
                    origin,
                    "The Kubernetes version (%s) of the cluster was in standard support until %s, and in extended support costs 0.60 USD an hour instead of 0.10 until %s."
                            .formatted(
                                    release.version(), release.standardSupportUntil(), release.extendedSupportUntil()),
                    fix));
        }
        long days = ChronoUnit.DAYS.between(today, release.standardSupportUntil());
        return days > DAYS_OF_NOTICE
                ? Stream.empty()
                : Stream.of(warning(
                        "cluster/end-of-support",
                        origin,
                        "The Kubernetes version (%s) of the cluster is in standard support until %s, for %s more days; then it costs 0.60 USD an hour instead of 0.10."
                                .formatted(release.version(), release.standardSupportUntil(), days),
                        fix));
    }

    /** EKS upgrades a cluster by one minor version at a time. */
    private static String next(KubernetesRelease release) {
        int index = KNOWN.indexOf(release.version());
        return KNOWN.get(Math.min(index + 1, KNOWN.size() - 1));
    }
}
