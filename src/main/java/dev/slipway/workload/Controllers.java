package dev.slipway.workload;

import dev.slipway.platform.Workload;
import dev.slipway.render.kubernetes.Jobs;
import dev.slipway.workload.pod.Configuration;
import dev.slipway.workload.subject.Subject;
import java.time.Duration;
import java.util.Map;
import java.util.SortedSet;
import org.cdk8s.plus34.k8s.CronJobSpec;
import org.cdk8s.plus34.k8s.DeploymentSpec;
import org.cdk8s.plus34.k8s.DeploymentStrategy;
import org.cdk8s.plus34.k8s.IntOrString;
import org.cdk8s.plus34.k8s.JobSpec;
import org.cdk8s.plus34.k8s.JobTemplateSpec;
import org.cdk8s.plus34.k8s.KubeCronJob;
import org.cdk8s.plus34.k8s.KubeDeployment;
import org.cdk8s.plus34.k8s.ObjectMeta;
import org.cdk8s.plus34.k8s.PodTemplateSpec;
import org.cdk8s.plus34.k8s.RollingUpdateDeployment;

/** What keeps or starts the pods of a service: a Deployment, a CronJob or a Job. */
final class Controllers {
    /** Read by Reloader, which restarts the pods when the content of one of these Secrets changes. */
    static final String RELOAD = "secret.reloader.stakater.com/reload";

    /** Earlier releases that can be rolled back to by hand; Git keeps them all. */
    static final int REVISIONS = 3;

    /** Runs that failed twice fail for a reason that a fourth run meets too. */
    private static final int RETRIES = 2;

    /** Seconds. A run that is later than this is left out: the next one is due soon. */
    private static final int LATEST_START = 300;

    /** Jobs whose logs can still be read. */
    private static final int SUCCESSES_KEPT = 3;

    /** Jobs whose failure somebody has still to look into. */
    private static final int FAILURES_KEPT = 3;

    private Controllers() {}

    static void add(Subject subject, PodTemplateSpec pods, Configuration configuration) {
        Workload workload = subject.service().workload();
        if (workload instanceof Workload.Scheduled scheduled) {
            cronJob(subject, pods, scheduled);
        } else if (workload instanceof Workload.Once once) {
            Jobs.add(subject.chart(), subject.metadata(), job(pods, once.limit()));
        } else {
            replicas(subject, pods, metadata(subject, configuration.secrets()));
        }
    }

    private static ObjectMeta metadata(Subject subject, SortedSet<String> secrets) {
        return secrets.isEmpty() ? subject.metadata() : subject.metadata(Map.of(RELOAD, String.join(",", secrets)));
    }

    private static void replicas(Subject subject, PodTemplateSpec pods, ObjectMeta metadata) {
        if (subject.plan().isStateful()) {
            StatefulSets.add(subject, pods, metadata);
        } else {
            deployment(subject, pods, metadata);
        }
    }

    private static void deployment(Subject subject, PodTemplateSpec pods, ObjectMeta metadata) {
        DeploymentSpec.Builder spec = DeploymentSpec.builder()
                .selector(subject.selector())
                .revisionHistoryLimit(REVISIONS)
                .strategy(oneMoreThanNeeded())
                .template(pods);
        if (subject.plan().autoscaling().isEmpty()) {
            spec.replicas(subject.plan().sizing().replicas());
        }
        KubeDeployment.Builder.create(subject.chart(), "Deployment")
                .metadata(metadata)
                .spec(spec.build())
                .build();
    }

    /** No replica goes before its successor is ready. */
    private static DeploymentStrategy oneMoreThanNeeded() {
        return DeploymentStrategy.builder()
                .type("RollingUpdate")
                .rollingUpdate(RollingUpdateDeployment.builder()
                        .maxSurge(IntOrString.fromNumber(1))
                        .maxUnavailable(IntOrString.fromNumber(0))
                        .build())
                .build();
    }

    private static void cronJob(Subject subject, PodTemplateSpec pods, Workload.Scheduled scheduled) {
        KubeCronJob.Builder.create(subject.chart(), "CronJob")
                .metadata(subject.metadata())
                .spec(CronJobSpec.builder()
                        .schedule(scheduled.cron())
                        .timeZone(scheduled.zone())
                        .concurrencyPolicy(policy(scheduled.overlap()))
                        .startingDeadlineSeconds(LATEST_START)
                        .successfulJobsHistoryLimit(SUCCESSES_KEPT)
                        .failedJobsHistoryLimit(FAILURES_KEPT)
                        .jobTemplate(JobTemplateSpec.builder()
                                .spec(job(pods, scheduled.limit()))
                                .build())
                        .build())
                .build();
    }

    private static String policy(Workload.Overlap overlap) {
        return switch (overlap) {
            case FORBID -> "Forbid";
            case ALLOW -> "Allow";
            case REPLACE -> "Replace";
        };
    }

    /** It is kept when it has ended: one that is gone would be made, and run, anew. */
    private static JobSpec job(PodTemplateSpec pods, Duration limit) {
        return JobSpec.builder()
                .activeDeadlineSeconds(limit.toSeconds())
                .backoffLimit(RETRIES)
                .podFailurePolicy(Disruptions.ignored())
                .template(pods)
                .build();
    }
}
