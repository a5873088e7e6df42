package dev.slipway.workload;

import static dev.slipway.review.Tree.ofYaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.workload.Premises.AnyCluster;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControllersTest {
    /** As long as a name may be. */
    private static final String LONG = "a".repeat(63);

    private static Synthesis rendered(Service service, String release) {
        return Slipway.render(Premises.plan(Platform.named("shop")
                .release(release)
                .services(service)
                .environments(Environment.named("dev").with(AnyCluster.BY_ADDRESS))));
    }

    private static String jobName(Service service, String release) {
        List<Manifest> jobs = rendered(service, release).manifests("dev", "Job");
        assertThat(jobs).hasSize(1);
        return jobs.get(0).name();
    }

    @Test
    void aDeploymentReplacesReplicasWithoutEverHavingFewer() {
        Shop.dev()
                .manifest("Deployment", "order")
                .hasField(
                        "spec.strategy",
                        ofYaml("{ type: RollingUpdate, rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }"))
                .hasField("spec.revisionHistoryLimit", 3)
                .hasField(
                        "spec.selector.matchLabels",
                        ofYaml("{ app.kubernetes.io/name: order, app.kubernetes.io/part-of: shop }"));
    }

    @Test
    void aScheduleIsInUtcAndNeverOverlapsItself() {
        Shop.dev()
                .manifest("CronJob", "report")
                .hasField("spec.schedule", "0 3 * * *")
                .hasField("spec.timeZone", "Etc/UTC")
                .hasField("spec.concurrencyPolicy", "Forbid")
                .hasField("spec.startingDeadlineSeconds", 300)
                .hasField("spec.jobTemplate.spec.backoffLimit", 2);
    }

    @Test
    void aJobRunsOnceForEachReleaseAndNotAgainForTheSame() {
        Service migrate = Service.go("migrate").once();
        String name = jobName(migrate, "1.0.0");

        assertThat(name).matches("migrate-[0-9a-f]{8}");
        assertThat(jobName(migrate, "1.0.0")).isEqualTo(name);
        assertThat(jobName(migrate, "1.0.1")).isNotEqualTo(name);
    }

    @Test
    void aJobRunsAgainWhenItsConfigurationChanges() {
        Service migrate = Service.go("migrate").once();

        assertThat(jobName(migrate.variable("BATCH", "10"), "1.0.0"))
                .isNotEqualTo(jobName(migrate.variable("BATCH", "20"), "1.0.0"));
    }

    @Test
    void theNameOfAJobFitsTheLabelThatItsPodsCarry() {
        assertThat(jobName(Service.go(LONG).once(), "1.0.0")).hasSize(63).matches("a+-[0-9a-f]{7}-[0-9a-f]{8}");
    }
}
