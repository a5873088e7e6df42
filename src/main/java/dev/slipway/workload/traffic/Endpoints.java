package dev.slipway.workload.traffic;

import dev.slipway.render.kubernetes.Labels;
import dev.slipway.workload.subject.Subject;
import java.util.List;
import org.cdk8s.plus34.k8s.IntOrString;
import org.cdk8s.plus34.k8s.KubeService;
import org.cdk8s.plus34.k8s.ServicePort;
import org.cdk8s.plus34.k8s.ServiceSpec;

/** Where callers and routes find a server: always on port 80, whatever its container listens on. */
public final class Endpoints {
    /** The name of the port of a container, and of its Service. */
    public static final String PORT_NAME = "http";

    /** HTTP's own, so that an address needs none. */
    private static final int PORT = 80;

    private Endpoints() {}

    /** The Service of a server. */
    public static void add(Subject subject, int containerPort) {
        KubeService.Builder.create(subject.chart(), "Service")
                .metadata(subject.metadata())
                .spec(ServiceSpec.builder()
                        .type("ClusterIP")
                        .selector(Labels.selector(subject.place(), subject.name()))
                        .ports(List.of(ServicePort.builder()
                                .name(PORT_NAME)
                                .port(PORT)
                                // by number: for a name the VPC CNI lets no caller through while pods differ in it
                                .targetPort(IntOrString.fromNumber(containerPort))
                                .build()))
                        .build())
                .build();
    }
}
