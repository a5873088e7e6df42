package dev.slipway.workload;

import dev.slipway.plan.Names;
import dev.slipway.plan.binding.Task;
import dev.slipway.render.kubernetes.Jobs;
import dev.slipway.workload.pod.Configuration;
import dev.slipway.workload.pod.Identities;
import dev.slipway.workload.pod.PodTemplates;
import dev.slipway.workload.subject.Subject;
import dev.slipway.workload.traffic.NetworkPolicies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdk8s.plus34.k8s.ConfigMapVolumeSource;
import org.cdk8s.plus34.k8s.Container;
import org.cdk8s.plus34.k8s.JobSpec;
import org.cdk8s.plus34.k8s.KubeConfigMap;
import org.cdk8s.plus34.k8s.ObjectMeta;
import org.cdk8s.plus34.k8s.PodTemplateSpec;
import org.cdk8s.plus34.k8s.Volume;
import org.cdk8s.plus34.k8s.VolumeMount;

/** What has to run before a service can: a job with an identity, secrets and ways on the network of its own. */
final class Tasks {
    /** With a dot, which no name of a task has. */
    private static final String OF_FILES = ".files";

    private static final String FILES = "files";

    /** A task waits for its database or brokers: with back-off, ten attempts take about an hour. */
    private static final int RETRIES = 10;

    /** Seconds. Twice as long as these attempts take: whatever runs then hangs. */
    private static final int LONGEST = 7200;

    private Tasks() {}

    static void add(Subject subject, Task task) {
        Configuration configuration = Configuration.of(subject);
        Identities.add(subject);
        configuration.add(subject);
        NetworkPolicies.add(subject);
        if (!task.files().isEmpty()) {
            KubeConfigMap.Builder.create(subject.chart(), "ConfigMap " + task.name() + OF_FILES)
                    .metadata(subject.metadata(task.name() + OF_FILES))
                    .data(task.files())
                    .build();
        }
        Jobs.add(
                subject.chart(),
                subject.metadata(),
                JobSpec.builder()
                        .activeDeadlineSeconds(LONGEST)
                        .backoffLimit(RETRIES)
                        .podFailurePolicy(Disruptions.ignored())
                        .template(pod(subject, task, configuration))
                        .build());
    }

    private static PodTemplateSpec pod(Subject subject, Task task, Configuration configuration) {
        return PodTemplateSpec.builder()
                .metadata(metadata(subject, task, configuration))
                .spec(PodTemplates.hardened(subject)
                        .restartPolicy("Never")
                        .containers(List.of(container(task, configuration)))
                        .volumes(volumes(task))
                        .build())
                .build();
    }

    private static ObjectMeta metadata(Subject subject, Task task, Configuration configuration) {
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put(PodTemplates.CONFIGURATION_HASH, configuration.hash());
        annotations.put(PodTemplates.FILES_HASH, Names.hash(task.files().toString()));
        return PodTemplates.metadata(subject, annotations);
    }

    private static Container container(Task task, Configuration configuration) {
        List<VolumeMount> mounts = new ArrayList<>();
        if (!task.files().isEmpty()) {
            mounts.add(VolumeMount.builder()
                    .name(FILES)
                    .mountPath(Task.FILES)
                    .readOnly(true)
                    .build());
        }
        return PodTemplates.hardened(task.name(), task.image(), configuration, Task.REQUESTS, Task.LIMITS)
                .command(task.command())
                .volumeMounts(mounts)
                .build();
    }

    private static List<Volume> volumes(Task task) {
        return task.files().isEmpty()
                ? List.of()
                : List.of(Volume.builder()
                        .name(FILES)
                        .configMap(ConfigMapVolumeSource.builder()
                                .name(task.name() + OF_FILES)
                                .build())
                        .build());
    }
}
