package dev.slipway.capability.cluster;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A minor version of Kubernetes on EKS, and how long AWS supports it.
 *
 * <pre>{@code
 * KubernetesRelease.of("1.36").orElseThrow().standardSupportUntil()   // 2027-08-02
 * }</pre>
 *
 * @param version its minor version: {@code 1.36}
 * @param released when EKS first offered it
 * @param standardSupportUntil the last day at the usual price
 * @param extendedSupportUntil the last day at six times the price; then AWS upgrades the cluster
 */
public record KubernetesRelease(
        String version, LocalDate released, LocalDate standardSupportUntil, LocalDate extendedSupportUntil) {
    /** What a cluster has unless it is told otherwise: the latest. */
    public static final String DEFAULT_VERSION = "1.36";

    /**
     * From https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html#kubernetes-release-calendar, as copied
     * by https://endoflife.date/amazon-eks.
     */
    public static final List<KubernetesRelease> ALL = List.of(
            release("1.31", "2024-09-26", "2025-11-26", "2026-11-26"),
            release("1.32", "2025-01-25", "2026-03-23", "2027-03-23"),
            release("1.33", "2025-05-28", "2026-07-29", "2027-07-29"),
            release("1.34", "2025-10-06", "2026-12-02", "2027-12-02"),
            release("1.35", "2026-01-28", "2027-03-27", "2028-03-27"),
            release("1.36", "2026-06-02", "2027-08-02", "2028-08-02"));

    /** When the dates were last compared with their source. */
    public static final LocalDate CHECKED = LocalDate.parse("2026-11-21");

    private static KubernetesRelease release(String version, String released, String standard, String extended) {
        return new KubernetesRelease(
                version, LocalDate.parse(released), LocalDate.parse(standard), LocalDate.parse(extended));
    }

    /** The release of a minor version, where it is known. */
    public static Optional<KubernetesRelease> of(String version) {
        return ALL.stream().filter(release -> release.version().equals(version)).findFirst();
    }
}
