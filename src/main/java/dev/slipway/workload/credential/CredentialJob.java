package dev.slipway.workload.credential;

import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.ToolImages;
import dev.slipway.render.kubernetes.Hardening;
import dev.slipway.render.kubernetes.Jobs;
import dev.slipway.render.kubernetes.Metadata;
import dev.slipway.render.kubernetes.Priority;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdk8s.Chart;
import org.cdk8s.plus34.k8s.ConfigMapVolumeSource;
import org.cdk8s.plus34.k8s.Container;
import org.cdk8s.plus34.k8s.JobSpec;
import org.cdk8s.plus34.k8s.ObjectMeta;
import org.cdk8s.plus34.k8s.PodSpec;
import org.cdk8s.plus34.k8s.PodTemplateSpec;
import org.cdk8s.plus34.k8s.Quantity;
import org.cdk8s.plus34.k8s.ResourceRequirements;
import org.cdk8s.plus34.k8s.Volume;
import org.cdk8s.plus34.k8s.VolumeMount;

/** The job itself: the one pod of the platform that talks to Kubernetes. */
final class CredentialJob {
    private static final String JOB = "platform-credentials";
    private static final String CONTAINER = "credentials";
    private static final String FILES = "files";

    /** Annotation with the hash of the files: other Secrets are another job. */
    private static final String FILES_HASH = "slipway.dev/files";

    /** With back-off, about a quarter of an hour: policies and roles are there well before. */
    private static final int RETRIES = 6;

    private CredentialJob() {}

    static void add(Chart chart, Place place, Map<String, String> files) {
        ObjectMeta pod = ObjectMeta.builder()
                .labels(Metadata.shared(place, Credentials.NAME, JOB).getLabels())
                .annotations(Map.of(FILES_HASH, Names.hash(files.toString())))
                .build();
        Jobs.add(
                chart,
                Metadata.shared(place, Credentials.NAME, JOB),
                JobSpec.builder()
                        .backoffLimit(RETRIES)
                        .template(PodTemplateSpec.builder()
                                .metadata(pod)
                                .spec(pod(place))
                                .build())
                        .build());
    }

    private static PodSpec pod(Place place) {
        return PodSpec.builder()
                .serviceAccountName(Credentials.NAME)
                .automountServiceAccountToken(true)
                .enableServiceLinks(false)
                .priorityClassName(Priority.JOBS.nameIn(place.names()))
                .securityContext(Hardening.pod())
                .restartPolicy("Never")
                .containers(List.of(container()))
                .volumes(List.of(Volume.builder()
                        .name(FILES)
                        .configMap(ConfigMapVolumeSource.builder()
                                .name(Credentials.NAME)
                                .build())
                        .build()))
                .build();
    }

    private static Container container() {
        return Container.builder()
                .name(CONTAINER)
                .image(ToolImages.PYTHON)
                .imagePullPolicy("IfNotPresent")
                .command(List.of(
                        "python3",
                        "-I",
                        "-B",
                        "-u",
                        Task.FILES + "/" + Credentials.SCRIPT,
                        Task.FILES + "/" + Credentials.SECRETS))
                .securityContext(Hardening.container())
                .resources(ResourceRequirements.builder()
                        .requests(quantities("64Mi"))
                        .limits(quantities("128Mi"))
                        .build())
                .volumeMounts(List.of(VolumeMount.builder()
                        .name(FILES)
                        .mountPath(Task.FILES)
                        .readOnly(true)
                        .build()))
                .build();
    }

    private static Map<String, Quantity> quantities(String memory) {
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        quantities.put("cpu", Quantity.fromString("100m"));
        quantities.put("memory", Quantity.fromString(memory));
        return quantities;
    }
}
