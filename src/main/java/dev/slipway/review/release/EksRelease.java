package dev.slipway.review.release;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A minor version of Kubernetes on EKS, and how long AWS supports it.
 *
 * @param standardUntil the last day at the usual price
 * @param extendedUntil the last day at all; then AWS upgrades the cluster
 */
record EksRelease(String version, LocalDate standardUntil, LocalDate extendedUntil) {
    /** From https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html; the same as plans go by. */
    static final List<EksRelease> ALL = List.of(
            release("1.31", "2025-11-26", "2026-11-26"),
            release("1.32", "2026-03-23", "2027-03-23"),
            release("1.33", "2026-07-29", "2027-07-29"),
            release("1.34", "2026-12-02", "2027-12-02"),
            release("1.35", "2027-03-27", "2028-03-27"),
            release("1.36", "2027-08-02", "2028-08-02"));

    /** What any cluster still has at least: extended support of what came before has ended. */
    static final String OLDEST = ALL.get(0).version();

    private static EksRelease release(String version, String standard, String extended) {
        return new EksRelease(version, LocalDate.parse(standard), LocalDate.parse(extended));
    }

    static Optional<EksRelease> of(String version) {
        return ALL.stream().filter(release -> release.version().equals(version)).findFirst();
    }

    /** The number behind the dot: 36 of {@code 1.36}. */
    static Optional<Integer> minor(String version) {
        return version.matches("1\\.\\d{1,3}") ? Optional.of(Integer.valueOf(version.substring(2))) : Optional.empty();
    }
}
