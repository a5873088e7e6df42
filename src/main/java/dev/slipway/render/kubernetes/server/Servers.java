package dev.slipway.render.kubernetes.server;

import dev.slipway.plan.Cluster;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.render.kubernetes.Labels;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.Metadata;
import dev.slipway.render.kubernetes.policy.PodPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdk8s.Chart;
import org.cdk8s.plus34.k8s.IntOrString;
import org.cdk8s.plus34.k8s.KubeConfigMap;
import org.cdk8s.plus34.k8s.KubePersistentVolumeClaimProps;
import org.cdk8s.plus34.k8s.KubePodDisruptionBudget;
import org.cdk8s.plus34.k8s.KubeService;
import org.cdk8s.plus34.k8s.KubeServiceAccount;
import org.cdk8s.plus34.k8s.KubeStatefulSet;
import org.cdk8s.plus34.k8s.LabelSelector;
import org.cdk8s.plus34.k8s.ObjectMeta;
import org.cdk8s.plus34.k8s.PersistentVolumeClaimSpec;
import org.cdk8s.plus34.k8s.PodDisruptionBudgetSpec;
import org.cdk8s.plus34.k8s.Quantity;
import org.cdk8s.plus34.k8s.ServicePort;
import org.cdk8s.plus34.k8s.ServiceSpec;
import org.cdk8s.plus34.k8s.StatefulSetSpec;
import org.cdk8s.plus34.k8s.VolumeResourceRequirements;

/**
 * The objects of servers in the cluster. Volumes are of the cluster's default class, and stay when the server goes. All pods
 * start at once, as replicas of a quorum are ready only together.
 */
public final class Servers {
    /** Read by Reloader, which restarts the pods when the content of one of these Secrets changes. */
    private static final String RELOAD = "secret.reloader.stakater.com/reload";

    private static final int REVISIONS = 3;

    private final Chart chart;
    private final Place place;
    private final Server server;

    private Servers(Manifests manifests, Server server) {
        this.chart = manifests.platform();
        this.place = manifests.place();
        this.server = server;
    }

    /** Adds a server to what the services of an environment share. */
    public static void add(Manifests manifests, Server server) {
        new Servers(manifests, server).add();
    }

    private void add() {
        KubeServiceAccount.Builder.create(chart, "ServiceAccount " + server.name())
                .metadata(metadata(server.name()))
                .automountServiceAccountToken(false)
                .build();
        PodPolicy.add(chart, place, server.name(), edges());
        service(server.name(), ServiceSpec.builder().type("ClusterIP"));
        service(
                Server.podsOf(server.name()),
                ServiceSpec.builder().clusterIp("None").publishNotReadyAddresses(true));
        if (!server.pod().files().isEmpty()) {
            KubeConfigMap.Builder.create(chart, "ConfigMap " + server.name())
                    .metadata(metadata(server.name()))
                    .data(server.pod().files())
                    .build();
        }
        statefulSet();
        if (server.replicas() > 1) {
            KubePodDisruptionBudget.Builder.create(chart, "PodDisruptionBudget " + server.name())
                    .metadata(metadata(server.name()))
                    .spec(PodDisruptionBudgetSpec.builder()
                            .maxUnavailable(IntOrString.fromNumber(1))
                            .selector(selector())
                            .build())
                    .build();
        }
    }

    private List<NetworkEdge> edges() {
        List<NetworkEdge> edges = new ArrayList<>(server.edges());
        place.choice(Cluster.class).ifPresent(cluster -> edges.addAll(cluster.necessities()));
        return edges;
    }

    private void service(String name, ServiceSpec.Builder spec) {
        KubeService.Builder.create(chart, "Service " + name)
                .metadata(metadata(name))
                .spec(spec.selector(Labels.selector(place, server.name()))
                        .ports(server.ports().entrySet().stream()
                                .map(port -> ServicePort.builder()
                                        .name(port.getKey())
                                        .port(port.getValue())
                                        .targetPort(IntOrString.fromNumber(port.getValue()))
                                        .build())
                                .toList())
                        .build())
                .build();
    }

    private void statefulSet() {
        ServerPods pods = new ServerPods(place, server);
        KubeStatefulSet.Builder.create(chart, "StatefulSet " + server.name())
                .metadata(pods.secretNames().isEmpty() ? metadata(server.name()) : reloading(pods))
                .spec(StatefulSetSpec.builder()
                        .serviceName(Server.podsOf(server.name()))
                        .replicas(server.replicas())
                        .podManagementPolicy("Parallel")
                        .revisionHistoryLimit(REVISIONS)
                        .selector(selector())
                        .template(pods.template())
                        .volumeClaimTemplates(List.of(claim()))
                        .build())
                .build();
    }

    private KubePersistentVolumeClaimProps claim() {
        return KubePersistentVolumeClaimProps.builder()
                .metadata(ObjectMeta.builder()
                        .name(ServerPods.DATA)
                        .labels(Labels.selector(place, server.name()))
                        .build())
                .spec(PersistentVolumeClaimSpec.builder()
                        .accessModes(List.of("ReadWriteOnce"))
                        .resources(VolumeResourceRequirements.builder()
                                .requests(Map.of(
                                        "storage",
                                        Quantity.fromString(server.storage().gibibytes() + "Gi")))
                                .build())
                        .build())
                .build();
    }

    private ObjectMeta reloading(ServerPods pods) {
        ObjectMeta plain = metadata(server.name());
        return ObjectMeta.builder()
                .name(server.name())
                .namespace(place.names().namespace())
                .labels(new LinkedHashMap<>(plain.getLabels()))
                .annotations(Map.of(RELOAD, String.join(",", pods.secretNames())))
                .build();
    }

    private ObjectMeta metadata(String name) {
        return Metadata.shared(place, server.name(), name);
    }

    private LabelSelector selector() {
        return LabelSelector.builder()
                .matchLabels(Labels.selector(place, server.name()))
                .build();
    }
}
