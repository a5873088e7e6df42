package dev.slipway.workload;

import dev.slipway.plan.ServicePlan;
import dev.slipway.platform.Service;
import dev.slipway.platform.Sizing;
import dev.slipway.render.kubernetes.Hardening;
import dev.slipway.render.kubernetes.Labels;
import dev.slipway.render.kubernetes.Termination;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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
final class PodTemplates {
    static final String CONFIGURATION_HASH = "slipway.dev/configuration";

    private static final String SCRATCH = "tmp";

    /** Room for native libraries that a JVM unpacks and for uploads; more than this is a leak. */
    private static final String SCRATCH_SIZE = "256Mi";

    private static final int MEBIBYTES_IN_GIBIBYTE = 1024;

    private PodTemplates() {}

    static PodTemplateSpec of(Subject subject, Configuration configuration) {
        ServicePlan plan = subject.plan();
        Service service = plan.service();
        boolean takesRequests = service.workload().listensOn().isPresent();
        PodSpec.Builder pod = PodSpec.builder()
                .serviceAccountName(service.name())
                .automountServiceAccountToken(false)
                .enableServiceLinks(false)
                .securityContext(Hardening.pod())
                .terminationGracePeriodSeconds(Termination.gracePeriod(takesRequests))
                .containers(List.of(container(plan, configuration)))
                .volumes(List.of(scratch()));
        if (service.workload().isLongRunning()) {
            pod.topologySpreadConstraints(Spreading.of(subject));
        } else {
            pod.restartPolicy("Never");
        }
        return PodTemplateSpec.builder()
                .metadata(metadata(subject, configuration))
                .spec(pod.build())
                .build();
    }

    private static ObjectMeta metadata(Subject subject, Configuration configuration) {
        return ObjectMeta.builder()
                .labels(Labels.of(subject.place(), subject.service(), subject.name()))
                .annotations(Map.of(CONFIGURATION_HASH, configuration.hash()))
                .build();
    }

    private static Container container(ServicePlan plan, Configuration configuration) {
        Service service = plan.service();
        Container.Builder container = Container.builder()
                .name(service.name())
                .image(plan.image())
                .imagePullPolicy("IfNotPresent")
                .securityContext(Hardening.container())
                .resources(resources(plan.sizing()))
                .envFrom(configuration.envFrom())
                .volumeMounts(List.of(
                        VolumeMount.builder().name(SCRATCH).mountPath("/tmp").build()));
        if (!configuration.env().isEmpty()) {
            container.env(configuration.env());
        }
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
        return container.build();
    }

    private static LifecycleHandler sleep() {
        return LifecycleHandler.builder()
                .sleep(SleepAction.builder().seconds(Termination.PRE_STOP).build())
                .build();
    }

    private static ResourceRequirements resources(Sizing sizing) {
        return ResourceRequirements.builder()
                .requests(quantities(sizing.requests()))
                .limits(quantities(sizing.limits()))
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
    private static Volume scratch() {
        return Volume.builder()
                .name(SCRATCH)
                .emptyDir(EmptyDirVolumeSource.builder()
                        .sizeLimit(Quantity.fromString(SCRATCH_SIZE))
                        .build())
                .build();
    }
}
