package dev.slipway.capability.streaming.incluster;

import dev.slipway.capability.streaming.StreamingNeed;
import dev.slipway.capability.streaming.TopicScript;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.ToolImages;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Sizing.Resources;
import dev.slipway.render.kubernetes.Hardening;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.server.Server;
import dev.slipway.render.kubernetes.server.ServerPod;
import dev.slipway.render.kubernetes.server.Servers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The brokers as a server in the cluster. */
record KafkaServer(Place place, InClusterKafka kafka) {
    static final String NAME = "kafka";
    static final String PODS = Server.podsOf(NAME);
    static final int CLIENT_PORT = 9092;

    /** For brokers among themselves, and for administrators. */
    static final int INTERNAL_PORT = 9091;

    static final int CONTROLLER_PORT = 9093;

    /** Variables that {@code server.properties} and the start script read. */
    static final String POD_NAME = "POD_NAME";

    static final String ADMIN_PASSWORD = "ADMIN_PASSWORD";
    static final String CLUSTER_ID = "CLUSTER_ID";

    private static final String START = "start.sh";
    private static final String LOGGING = "log4j2.yaml";
    private static final String DATA = "/var/lib/kafka";

    /** MiB: half of what the container gets is left to the page cache and to buffers. */
    private static final int HEAP = 512;

    private static final Resources REQUESTS = new Resources(250, 2 * HEAP);
    private static final Resources LIMITS = new Resources(1000, 2 * HEAP);

    /** Seconds: a broker hands over what it leads before it goes. */
    private static final int GRACE = 60;

    private static final String REASON = "brokers";

    void deploy(Manifests manifests) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("clients", CLIENT_PORT);
        ports.put("internal", INTERNAL_PORT);
        ports.put("controllers", CONTROLLER_PORT);
        Servers.add(
                manifests,
                new Server(NAME, kafka.brokers(), ports, new Server.Storage(DATA, kafka.gibibytes()), pod(), edges()));
    }

    private ServerPod pod() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(KafkaProperties.FILE, new KafkaProperties(place.names(), kafka.brokers(), DATA).text());
        files.put(START, TopicScript.read(KafkaServer.class, START));
        files.put(LOGGING, TopicScript.read(KafkaServer.class, LOGGING));
        return new ServerPod(
                ToolImages.KAFKA,
                Hardening.USER,
                List.of("sh", Task.FILES + "/" + START),
                files,
                variables(),
                Map.of(),
                List.of("/tmp"),
                REQUESTS,
                LIMITS,
                new ServerPod.Probe.OfPort(CLIENT_PORT),
                GRACE);
    }

    private List<Variable> variables() {
        return List.of(
                Variable.plain(CLUSTER_ID, KafkaProperties.clusterId(place.names()), REASON),
                KafkaUsers.ADMIN_SECRET.variable(ADMIN_PASSWORD, KafkaUsers.PASSWORD),
                Variable.plain("KAFKA_HEAP_OPTS", "-Xms%sm -Xmx%sm".formatted(HEAP, HEAP), REASON),
                Variable.plain(
                        "KAFKA_LOG4J_OPTS", "-Dlog4j2.configurationFile=%s/%s".formatted(Task.FILES, LOGGING), REASON),
                // where its scripts would write logs of the JVM, which have nowhere else to go
                Variable.plain("LOG_DIR", "/tmp", REASON),
                Variable.plain("EXTRA_ARGS", "-name kafkaServer", REASON));
    }

    /** Of those who declare a topic, of their tasks, and of brokers among themselves. */
    private List<NetworkEdge> edges() {
        List<NetworkEdge> edges = new ArrayList<>();
        place.servicesWith(StreamingNeed.class).forEach(service -> {
            edges.add(NetworkEdge.in(new Peer.OfService(service.name()), CLIENT_PORT, "clients", service.origin()));
            edges.add(NetworkEdge.in(
                    new Peer.OfService(AccessTask.nameFor(service.name())),
                    INTERNAL_PORT,
                    "users and topics",
                    service.origin()));
        });
        for (int port : List.of(INTERNAL_PORT, CONTROLLER_PORT)) {
            edges.add(NetworkEdge.in(KafkaClients.BROKERS, port, REASON, Origin.unknown()));
            edges.add(NetworkEdge.out(KafkaClients.BROKERS, port, REASON, Origin.unknown()));
        }
        return edges;
    }
}
