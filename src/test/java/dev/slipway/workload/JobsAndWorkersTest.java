package dev.slipway.workload;

import static dev.slipway.platform.Workload.Scheduled.at;
import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Workload.Overlap;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.testing.assertion.ContainerAssert;
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.testing.assertion.ManifestAssert;
import dev.slipway.workload.Premises.AnyCluster;
import java.time.Duration;
import java.util.stream.Stream;
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

    private static EnvironmentAssert dev() {
        return assertThat(RENDERED).environment("dev");
    }

    private static ManifestAssert cron(String name) {
        return dev().manifest("CronJob", name);
    }

    private static ContainerAssert container(String name) {
        return dev().service(name).container();
    }

    @Nested
    class AScheduledJob {
        @Test
        void runsOneAtATimeInUtcForAnHourAtMost() {
            cron("report")
                    .hasField("spec.schedule", "0 3 * * *")
                    .hasField("spec.timeZone", "Etc/UTC")
                    .hasField("spec.concurrencyPolicy", "Forbid")
                    .hasField("spec.startingDeadlineSeconds", 300)
                    .hasField("spec.jobTemplate.spec.activeDeadlineSeconds", 3600);
        }

        @Test
        void runsAsItIsWrittenOut() {
            cron("bill")
                    .hasField("spec.timeZone", "Europe/Berlin")
                    .hasField("spec.concurrencyPolicy", "Replace")
                    .hasField("spec.jobTemplate.spec.activeDeadlineSeconds", 5400);
            cron("sync").hasField("spec.concurrencyPolicy", "Allow");
        }

        @Test
        void leavesItsLastRunsToLookInto() {
            cron("report").hasField("spec.successfulJobsHistoryLimit", 3).hasField("spec.failedJobsHistoryLimit", 3);
        }
    }

    @Nested
    class AJob {
        private final ManifestAssert job = dev().service("import").manifest().hasField("kind", "Job");

        @Test
        void endsInItsTimeAndIsKeptThen() {
            job.hasField("spec.activeDeadlineSeconds", 21_600)
                    .hasField("spec.backoffLimit", 2)
                    .doesNotHaveField("spec.ttlSecondsAfterFinished");
        }

        @Test
        void isNotToBlameForADrainedNode() {
            Tree policy = ofYaml("""
                    rules:
                    - action: Ignore
                      onPodConditions: [{ type: DisruptionTarget, status: "True" }]
                    """);

            job.hasField("spec.podFailurePolicy", policy);
            cron("report").hasField("spec.jobTemplate.spec.podFailurePolicy", policy);
        }
    }

    @Nested
    class AWorker {
        @Test
        void isRestartedWhenItsCommandFails() {
            container("printer").field("livenessProbe").is(ofYaml("""
                    exec: { command: [/app/alive, --quiet] }
                    periodSeconds: 10
                    timeoutSeconds: 3
                    failureThreshold: 3
                    """));
            container("printer").field("startupProbe.failureThreshold").is(6);
            container("printer").field("ports").doesNotExist();
        }

        @Test
        void isRestartedWhenItsPortIsSilent() {
            container("relay").field("ports").is(ofYaml("[{ name: alive, containerPort: 8081 }]"));
            container("relay")
                    .field("livenessProbe.httpGet")
                    .is(ofYaml("{ path: /actuator/health/liveness, port: alive }"));
            container("relay").field("readinessProbe").doesNotExist();
            dev().manifests("Service").areNone();
        }

        @Test
        void isNotAskedWhereItSaysNothing() {
            Stream.of("livenessProbe", "startupProbe", "ports")
                    .forEach(field -> container("mailer").field(field).doesNotExist());
        }

        @Test
        void mayWriteAsMuchAsItSays() {
            dev().service("printer").pod().at("volumes.0.emptyDir.sizeLimit").is("1Gi");
        }
    }

    @Test
    void runsThatOverlapHaveRoom() {
        // mailer, printer and relay with two more each; bill and sync twice, report and import once
        dev().manifest("ResourceQuota", "namespace.limits").hasField("spec.hard.pods", "15");
    }
}
