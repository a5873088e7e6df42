package dev.slipway.render.kubernetes.server;

import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.binding.Variable.Source;
import dev.slipway.platform.Sizing.Resources;
import dev.slipway.render.kubernetes.Hardening;
import dev.slipway.render.kubernetes.Labels;
import dev.slipway.render.kubernetes.Metadata;
import dev.slipway.render.kubernetes.Priority;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cdk8s.plus34.k8s.ConfigMapVolumeSource;
import org.cdk8s.plus34.k8s.Container;
import org.cdk8s.plus34.k8s.ContainerPort;
import org.cdk8s.plus34.k8s.EmptyDirVolumeSource;
import org.cdk8s.plus34.k8s.EnvVar;
import org.cdk8s.plus34.k8s.EnvVarSource;
import org.cdk8s.plus34.k8s.KeyToPath;
import org.cdk8s.plus34.k8s.LabelSelector;
import org.cdk8s.plus34.k8s.ObjectMeta;
import org.cdk8s.plus34.k8s.PodSpec;
import org.cdk8s.plus34.k8s.PodTemplateSpec;
import org.cdk8s.plus34.k8s.ProjectedVolumeSource;
import org.cdk8s.plus34.k8s.Quantity;
import org.cdk8s.plus34.k8s.ResourceRequirements;
import org.cdk8s.plus34.k8s.SecretKeySelector;
import org.cdk8s.plus34.k8s.SecretProjection;
import org.cdk8s.plus34.k8s.TopologySpreadConstraint;
import org.cdk8s.plus34.k8s.Volume;
import org.cdk8s.plus34.k8s.VolumeMount;
import org.cdk8s.plus34.k8s.VolumeProjection;

/** The pods of a server, as nobody in particular, and with nothing to write to but its volume and scratch folders. */
record ServerPods(Place place, Server server) {
    static final String DATA = "data";

    private static final String FILES = "files";
    private static final String SECRETS = "secrets";

    /** Annotation with the hash of the files: other files restart the pods. */
    private static final String FILES_HASH = "slipway.dev/files";

    /** Small files alone, such as sockets: data belongs on the volume. */
    private static final String SCRATCH_SIZE = "64Mi";

    PodTemplateSpec template() {
        ServerPod pod = server.pod();
        return PodTemplateSpec.builder()
                .metadata(ObjectMeta.builder()
                        .labels(Metadata.shared(place, server.name(), server.name())
                                .getLabels())
                        .annotations(Map.of(FILES_HASH, Names.hash(pod.files().toString())))
                        .build())
                .spec(PodSpec.builder()
                        .serviceAccountName(server.name())
                        .automountServiceAccountToken(false)
                        .enableServiceLinks(false)
                        .priorityClassName(Priority.STATE.nameIn(place.names()))
                        .securityContext(Hardening.pod(pod.user()))
                        .terminationGracePeriodSeconds(pod.graceSeconds())
                        .topologySpreadConstraints(
                                List.of(spread("topology.kubernetes.io/zone"), spread("kubernetes.io/hostname")))
                        .containers(List.of(container()))
                        .volumes(volumes())
                        .build())
                .build();
    }

    /** The Secrets whose change must restart the pods. */
    SortedSet<String> secretNames() {
        SortedSet<String> names = new TreeSet<>();
        Stream.concat(server.pod().variables().stream().map(Variable::source), server.pod().secrets().values().stream())
                .filter(Source.FromClusterSecret.class::isInstance)
                .forEach(source -> names.add(((Source.FromClusterSecret) source).secret()));
        return names;
    }

    private TopologySpreadConstraint spread(String topology) {
        return TopologySpreadConstraint.builder()
                .maxSkew(1)
                .topologyKey(topology)
                .whenUnsatisfiable("ScheduleAnyway")
                .labelSelector(LabelSelector.builder()
                        .matchLabels(Labels.selector(place, server.name()))
                        .build())
                .build();
    }

    private Container container() {
        ServerPod pod = server.pod();
        Container.Builder container = Container.builder()
                .name(server.name())
                .image(pod.image())
                .imagePullPolicy("IfNotPresent")
                .securityContext(Hardening.container(pod.user()))
                .resources(ResourceRequirements.builder()
                        .requests(quantities(pod.requests()))
                        .limits(quantities(pod.limits()))
                        .build())
                .ports(server.ports().entrySet().stream()
                        .map(port -> ContainerPort.builder()
                                .name(port.getKey())
                                .containerPort(port.getValue())
                                .build())
                        .toList())
                .startupProbe(ServerProbes.startup(pod.probe()))
                .readinessProbe(ServerProbes.readiness(pod.probe()))
                .livenessProbe(ServerProbes.liveness(pod.probe()))
                .volumeMounts(mounts());
        if (!pod.command().isEmpty()) {
            container.command(pod.command());
        }
        if (!pod.variables().isEmpty()) {
            container.env(pod.variables().stream().map(ServerPods::variable).toList());
        }
        return container.build();
    }

    private static EnvVar variable(Variable variable) {
        EnvVar.Builder builder = EnvVar.builder().name(variable.name());
        if (variable.source() instanceof Source.Plain plain) {
            return builder.value(plain.value()).build();
        }
        if (variable.source() instanceof Source.FromClusterSecret secret) {
            return builder.valueFrom(EnvVarSource.builder()
                            .secretKeyRef(SecretKeySelector.builder()
                                    .name(secret.secret())
                                    .key(secret.key())
                                    .build())
                            .build())
                    .build();
        }
        throw new IllegalStateException("The variable (%s) of a server must be plain or from a Secret in the cluster."
                .formatted(variable.name()));
    }

    private List<VolumeMount> mounts() {
        List<VolumeMount> mounts = new ArrayList<>();
        mounts.add(VolumeMount.builder()
                .name(DATA)
                .mountPath(server.storage().path())
                .build());
        if (!server.pod().files().isEmpty()) {
            mounts.add(readOnly(FILES, Task.FILES));
        }
        if (!server.pod().secrets().isEmpty()) {
            mounts.add(readOnly(SECRETS, ServerPod.SECRETS));
        }
        server.pod()
                .scratch()
                .forEach(folder -> mounts.add(VolumeMount.builder()
                        .name(scratch(folder))
                        .mountPath(folder)
                        .build()));
        return mounts;
    }

    private static VolumeMount readOnly(String name, String path) {
        return VolumeMount.builder().name(name).mountPath(path).readOnly(true).build();
    }

    private List<Volume> volumes() {
        List<Volume> volumes = new ArrayList<>();
        if (!server.pod().files().isEmpty()) {
            volumes.add(Volume.builder()
                    .name(FILES)
                    .configMap(
                            ConfigMapVolumeSource.builder().name(server.name()).build())
                    .build());
        }
        if (!server.pod().secrets().isEmpty()) {
            volumes.add(Volume.builder()
                    .name(SECRETS)
                    .projected(ProjectedVolumeSource.builder()
                            .sources(server.pod().secrets().entrySet().stream()
                                    .map(file -> projection(file.getKey(), file.getValue()))
                                    .toList())
                            .build())
                    .build());
        }
        server.pod()
                .scratch()
                .forEach(folder -> volumes.add(Volume.builder()
                        .name(scratch(folder))
                        .emptyDir(EmptyDirVolumeSource.builder()
                                .sizeLimit(Quantity.fromString(SCRATCH_SIZE))
                                .build())
                        .build()));
        return volumes;
    }

    private static VolumeProjection projection(String file, Source.FromClusterSecret source) {
        return VolumeProjection.builder()
                .secret(SecretProjection.builder()
                        .name(source.secret())
                        .items(List.of(
                                KeyToPath.builder().key(source.key()).path(file).build()))
                        .build())
                .build();
    }

    /** {@code /var/run/postgresql}: {@code var-run-postgresql}. */
    private static String scratch(String folder) {
        return folder.substring(1).replace('/', '-');
    }

    private static Map<String, Quantity> quantities(Resources resources) {
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        quantities.put("cpu", Quantity.fromString(resources.milliCpu() + "m"));
        quantities.put("memory", Quantity.fromString(resources.mebibytes() + "Mi"));
        return quantities;
    }
}
