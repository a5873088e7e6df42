package dev.slipway.capability.cluster;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.cluster.EksNodeGroups.eksNodeGroups;
import static dev.slipway.capability.cluster.ExistingEks.existingEks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.capability.Sample;
import dev.slipway.plan.Cluster;
import dev.slipway.plan.Inputs;
import dev.slipway.plan.problem.Problem;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesReleaseTest {
    private static List<String> problems(Cluster cluster, String day) {
        return Slipway.plan(Sample.with(cluster).platform(), Inputs.NONE.on(LocalDate.parse(day))).problems().stream()
                .map(Problem::toString)
                .map(text -> text.replaceFirst(" at .*", ""))
                .distinct()
                .toList();
    }

    private static String texts(Cluster cluster, String day) {
        return String.join("\n", problems(cluster, day)).replace(System.lineSeparator(), "\n");
    }

    @Test
    void isKnownByItsVersion() {
        assertThat(KubernetesRelease.of("1.35"))
                .hasValueSatisfying(
                        release -> assertThat(release.standardSupportUntil()).isEqualTo("2027-03-27"));
        assertThat(KubernetesRelease.of("1.35.1")).isEmpty();
    }

    @Test
    void lastsFourteenMonthsAndTwelveMore() {
        assertThat(KubernetesRelease.ALL).isSortedAccordingTo(Comparator.comparing(KubernetesRelease::released));
        assertThat(KubernetesRelease.ALL).allSatisfy(release -> {
            assertThat(release.standardSupportUntil())
                    .isBetween(
                            release.released().plusMonths(13),
                            release.released().plusMonths(15));
            assertThat(release.extendedSupportUntil())
                    .isEqualTo(release.standardSupportUntil().plusYears(1));
        });
    }

    @Test
    void isTheLatestUnlessOneIsChosen() {
        assertThat(KubernetesRelease.ALL)
                .last()
                .extracting(KubernetesRelease::version)
                .isEqualTo(KubernetesRelease.DEFAULT_VERSION);
    }

    @Nested
    class Ending {
        private static final ExistingEks OLD = existingEks("company").securityGroup("sg-0a1b2c3d");

        @Test
        void isSaidSixtyDaysBefore() {
            assertThat(texts(eksAutoMode().kubernetes("1.35"), "2027-01-26")).isEqualTo("""
                            warning cluster/end-of-support
                              The Kubernetes version (1.35) of the cluster is in standard support until 2027-03-27, for 60 more days; then it costs 0.60 USD an hour instead of 0.10.
                              Fix: upgrade by one minor version at a time, the next with .kubernetes("1.36").""");
        }

        @Test
        void isNotSaidEarlier() {
            assertThat(problems(eksAutoMode().kubernetes("1.35"), "2027-01-25")).isEmpty();
        }

        @Test
        void costsMoreOnceStandardSupportHasEnded() {
            assertThat(texts(eksNodeGroups().kubernetes("1.35"), "2027-03-28")).isEqualTo("""
                            warning cluster/end-of-support
                              The Kubernetes version (1.35) of the cluster was in standard support until 2027-03-27, and in extended support costs 0.60 USD an hour instead of 0.10 until 2028-03-27.
                              Fix: upgrade by one minor version at a time, the next with .kubernetes("1.36").""");
        }

        @Test
        void isOnlyAWarningToTheLastDayOfExtendedSupport() {
            Cluster cluster = OLD.kubernetes("1.32");

            assertThat(texts(cluster, "2027-03-23")).startsWith("warning cluster/end-of-support");
        }

        @Test
        void isAnErrorOnceExtendedSupportHasEnded() {
            Cluster cluster = OLD.kubernetes("1.32");

            assertThat(texts(cluster, "2027-03-24")).isEqualTo("""
                            error cluster/end-of-support
                              The Kubernetes version (1.32) of the cluster was supported until 2027-03-23; AWS upgrades a cluster that is left behind.
                              Fix: upgrade by one minor version at a time, the next with .kubernetes("1.33").""");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.31", "1.36"})
        void isNotSaidOnNoDay(String version) {
            Cluster cluster = OLD.kubernetes(version);

            assertThat(Sample.with(cluster).problems()).isEmpty();
        }
    }

    @Test
    void changesNoOutputByTheDay() {
        Sample sample = Sample.with(eksAutoMode().kubernetes("1.34"));

        assertThat(Slipway.render(Slipway.plan(sample.platform(), Inputs.NONE.on(LocalDate.parse("2026-12-03"))))
                        .files())
                .isEqualTo(sample.render().files());
    }
}
