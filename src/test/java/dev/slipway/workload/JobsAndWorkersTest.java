package dev.slipway.workload;

import static dev.slipway.platform.Workload.Scheduled.at;
import static dev.slipway.workload.Yaml.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Workload.Overlap;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.workload.Premises.AnyCluster;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JobsAndWorkersTest {
    private static final Synthesis RENDERED = Slipway.render(Premises.plan(Platform.named("shop")
            .services(
                    Service.go("report").scheduled("0 3 * * *"),
                    Service.go("bill")
                            .scheduled(at("0 3 1 * *")
                                    .in("Europe/Berlin")
                                    .overlapping(Overlap.REPLACE)
                                    .within(Duration.ofMinutes(90))),
                    Service.go("sync").scheduled(at("*/5 * * * *").overlapping(Overlap.ALLOW)),
                    Service.go("import").once(Duration.ofHours(6)),
                    Service.go("mailer").worker(),
                    Service.go("printer").aliveBy("/app/alive", "--quiet").scratch(1024),
                    Service.java("relay").aliveOn(8081))
            .environments(Environment.named("dev").with(AnyCluster.BY_ADDRESS))));

    private static Tree cron(String name) {
        return RENDERED.manifest("dev", "CronJob", name).at("spec");
    }

    private static Tree container(String name) {
        return RENDERED.manifest("dev", "Deployment", name).at("spec.template.spec.containers.0");
    }

    @Nested
    class AScheduledJob {
        @Test
        void runsOneAtATimeInUtcForAnHourAtMost() {
            assertThat(cron("report").get("schedule").text()).isEqualTo("0 3 * * *");
            assertThat(cron("report").get("timeZone").text()).isEqualTo("Etc/UTC");
            assertThat(cron("report").get("concurrencyPolicy").text()).isEqualTo("Forbid");
            assertThat(cron("report").get("startingDeadlineSeconds").number()).contains(300L);
            assertThat(cron("report")
                            .at("jobTemplate.spec.activeDeadlineSeconds")
                            .number())
                    .contains(3600L);
        }

        @Test
        void runsAsItIsWrittenOut() {
            assertThat(cron("bill").get("timeZone").text()).isEqualTo("Europe/Berlin");
            assertThat(cron("bill").get("concurrencyPolicy").text()).isEqualTo("Replace");
            assertThat(cron("bill").at("jobTemplate.spec.activeDeadlineSeconds").number())
                    .contains(5400L);
            assertThat(cron("sync").get("concurrencyPolicy").text()).isEqualTo("Allow");
        }

        @Test
        void leavesItsLastRunsToLookInto() {
            assertThat(cron("report").get("successfulJobsHistoryLimit").number())
                    .contains(3L);
            assertThat(cron("report").get("failedJobsHistoryLimit").number()).contains(3L);
        }
    }

    @Nested
    class AJob {
        private final Tree spec = RENDERED.manifests("dev", "Job").get(0).at("spec");

        @Test
        void endsInItsTimeAndIsKeptThen() {
            assertThat(spec.get("activeDeadlineSeconds").number()).contains(21_600L);
            assertThat(spec.get("backoffLimit").number()).contains(2L);
            assertThat(spec.get("ttlSecondsAfterFinished").exists()).isFalse();
        }

        @Test
        void isNotToBlameForADrainedNode() {
            assertThat(spec.get("podFailurePolicy")).isEqualTo(yaml("""
                    rules:
                    - action: Ignore
                      onPodConditions: [{ type: DisruptionTarget, status: "True" }]
                    """));
            assertThat(cron("report").at("jobTemplate.spec.podFailurePolicy")).isEqualTo(spec.get("podFailurePolicy"));
        }
    }

    @Nested
    class AWorker {
        @Test
        void isRestartedWhenItsCommandFails() {
            assertThat(container("printer").get("livenessProbe")).isEqualTo(yaml("""
                    exec: { command: [/app/alive, --quiet] }
                    periodSeconds: 10
                    timeoutSeconds: 3
                    failureThreshold: 3
                    """));
            assertThat(container("printer").at("startupProbe.failureThreshold").number())
                    .contains(6L);
            assertThat(container("printer").get("ports").exists()).isFalse();
        }

        @Test
        void isRestartedWhenItsPortIsSilent() {
            assertThat(container("relay").get("ports")).isEqualTo(yaml("[{ name: alive, containerPort: 8081 }]"));
            assertThat(container("relay").at("livenessProbe.httpGet"))
                    .isEqualTo(yaml("{ path: /actuator/health/liveness, port: alive }"));
            assertThat(container("relay").get("readinessProbe").exists()).isFalse();
            assertThat(RENDERED.manifests("dev", "Service")).isEmpty();
        }

        @Test
        void isNotAskedWhereItSaysNothing() {
            assertThat(container("mailer").fields()).doesNotContainKeys("livenessProbe", "startupProbe", "ports");
        }

        @Test
        void mayWriteAsMuchAsItSays() {
            assertThat(RENDERED.manifest("dev", "Deployment", "printer")
                            .at("spec.template.spec.volumes.0.emptyDir.sizeLimit")
                            .text())
                    .isEqualTo("1Gi");
        }
    }

    @Test
    void runsThatOverlapHaveRoom() {
        // mailer, printer and relay with two more each; bill and sync twice, report and import once
        assertThat(RENDERED.manifest("dev", "ResourceQuota", "namespace.limits")
                        .at("spec.hard.pods")
                        .text())
                .isEqualTo("15");
    }
}
