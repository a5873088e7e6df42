package dev.slipway.workload.pod;

import dev.slipway.plan.RuntimeProfile;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.operation.NeedsToken;
import dev.slipway.platform.Service;
import dev.slipway.platform.Sizing;
import dev.slipway.platform.Workload;
import dev.slipway.platform.Workload.Alive;
import dev.slipway.render.kubernetes.Hardening;
import dev.slipway.render.kubernetes.Labels;
import dev.slipway.render.kubernetes.Priority;
import dev.slipway.render.kubernetes.Termination;
import dev.slipway.workload.subject.Subject;
import dev.slipway.workload.traffic.Endpoints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.cdk8s.plus34.k8s.Container;
import org.cdk8s.plus34.k8s.ContainerPort;
import org.cdk8s.plus34.k8s.EmptyDirVolumeSource;
import org.cdk8s.plus34.k8s.Lifecycle;
import org.cdk8s.plus34.k8s.LifecycleHandler;
import org.cdk8s.plus34.k8s.ObjectMeta;
import org.cdk8s.plus34.k8s.PodSpec;
import org.cdk8s.plus34.k8s.PodTemplateSpec;
import org.cdk8s.plus34.k8s.Quantity;
import org.cdk8s.plus34.k8s.ResourceRequirements;
import org.cdk8s.plus34.k8s.SleepAction;
import org.cdk8s.plus34.k8s.Volume;
import org.cdk8s.plus34.k8s.VolumeMount;

/** The pods of a service, whatever keeps or starts them. */
public final class PodTemplates {
    /** Annotation with the hash of the configuration: another restarts the pods. */
    public static final String CONFIGURATION_HASH = "slipway.dev/configuration";

    /** Annotation with the hash of the files: others restart the pods, or are another job. */
    public static final String FILES_HASH = "slipway.dev/files";

    private static final String SCRATCH = "tmp";

    private static final int MEBIBYTES_IN_GIBIBYTE = 1024;

    private PodTemplates() {}

    /** The pods of a service. */
    public static PodTemplateSpec of(Subject subject, Configuration configuration) {
        ServicePlan plan = subject.plan();
        Service service = plan.service();
        boolean takesRequests = service.workload().listensOn().isPresent();
        Files files = Files.of(plan);
        PodSpec.Builder pod = hardened(subject)
                .automountServiceAccountToken(needsToken(service))
                .terminationGracePeriodSeconds(Termination.gracePeriod(takesRequests))
                .containers(List.of(container(plan, configuration, files)))
                .volumes(Stream.concat(Stream.of(scratch(service)), files.volume().stream())
                        .toList());
        if (service.workload().isLongRunning()) {
            pod.topologySpreadConstraints(Spreading.of(subject));
        } else {
            pod.restartPolicy("Never");
        }
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put(CONFIGURATION_HASH, configuration.hash());
        files.hash().ifPresent(hash -> annotations.put(FILES_HASH, hash));
        return PodTemplateSpec.builder()
                .metadata(metadata(subject, annotations))
                .spec(pod.build())
                .build();
    }

    private static boolean needsToken(Service service) {
        return service.needs().stream().anyMatch(NeedsToken.class::isInstance);
    }

    /** A pod of a service or task, as nobody in particular, without a way to Kubernetes itself. */
    public static PodSpec.Builder hardened(Subject subject) {
        return PodSpec.builder()
                .serviceAccountName(subject.name())
                .automountServiceAccountToken(false)
                .enableServiceLinks(false)
                .priorityClassName(Priority.of(
                        subject.service().workload(), subject.place().names()))
                .securityContext(Hardening.pod());
    }

    /** The container of a service or task, with everything that it finds in its environment. */
    public static Container.Builder hardened(
            String name,
            String image,
            Configuration configuration,
            Sizing.Resources requests,
            Sizing.Resources limits) {
        Container.Builder container = Container.builder()
                .name(name)
                .image(image)
                .imagePullPolicy("IfNotPresent")
                .securityContext(Hardening.container())
                .resources(ResourceRequirements.builder()
                        .requests(quantities(requests))
                        .limits(quantities(limits))
                        .build())
                .envFrom(configuration.envFrom());
        if (!configuration.env().isEmpty()) {
            container.env(configuration.env());
        }
        return container;
    }

    /** The metadata of pods, which have no name of their own. */
    public static ObjectMeta metadata(Subject subject, Map<String, String> annotations) {
        return ObjectMeta.builder()
                .labels(Labels.of(subject.place(), subject.service(), subject.name()))
                .annotations(annotations)
                .build();
    }

    private static Container container(ServicePlan plan, Configuration configuration, Files files) {
        Service service = plan.service();
        Sizing sizing = plan.sizing();
        VolumeMount scratch =
                VolumeMount.builder().name(SCRATCH).mountPath("/tmp").build();
        Container.Builder container = hardened(
                        service.name(), plan.image(), configuration, sizing.requests(), sizing.limits())
                .volumeMounts(Stream.of(Stream.of(scratch), files.mounts().stream(), Volumes.mounts(plan).stream())
                        .flatMap(mounts -> mounts)
                        .toList());
        OptionalInt port = service.workload().listensOn();
        if (port.isPresent()) {
            container
                    .ports(List.of(ContainerPort.builder()
                            .name(Endpoints.PORT_NAME)
                            .containerPort(port.getAsInt())
                            .build()))
                    .startupProbe(Probes.startup(
                            service.health().liveness(), plan.profile().startupSeconds()))
                    .readinessProbe(Probes.readiness(service.health().readiness()))
                    .livenessProbe(Probes.liveness(service.health().liveness()))
                    .lifecycle(Lifecycle.builder().preStop(sleep()).build());
        }
        if (service.workload() instanceof Workload.Worker worker) {
            worker.alive().ifPresent(alive -> watch(container, service, alive, plan.profile()));
        }
        return container.build();
    }

    /** A worker takes no requests, and so is never asked whether it is ready. */
    private static void watch(Container.Builder container, Service service, Alive alive, RuntimeProfile profile) {
        if (alive instanceof Alive.OnPort on) {
            container.ports(List.of(ContainerPort.builder()
                    .name(Probes.ALIVE_PORT)
                    .containerPort(on.port())
                    .build()));
        }
        container
                .startupProbe(Probes.startup(service.health(), alive, profile.startupSeconds()))
                .livenessProbe(Probes.liveness(service.health(), alive));
    }

    private static LifecycleHandler sleep() {
        return LifecycleHandler.builder()
                .sleep(SleepAction.builder().seconds(Termination.PRE_STOP).build())
                .build();
    }

    private static Map<String, Quantity> quantities(Sizing.Resources resources) {
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        quantities.put("cpu", Quantity.fromString(resources.milliCpu() + "m"));
        quantities.put("memory", Quantity.fromString(memory(resources.mebibytes())));
        return quantities;
    }

    /** In the unit that Kubernetes itself would write it in. */
    private static String memory(int mebibytes) {
        return mebibytes % MEBIBYTES_IN_GIBIBYTE == 0 ? mebibytes / MEBIBYTES_IN_GIBIBYTE + "Gi" : mebibytes + "Mi";
    }

    /** The one place that a container can write to. */
    private static Volume scratch(Service service) {
        return Volume.builder()
                .name(SCRATCH)
                .emptyDir(EmptyDirVolumeSource.builder()
                        .sizeLimit(Quantity.fromString(memory(service.scratchMebibytes())))
                        .build())
                .build();
    }
}
