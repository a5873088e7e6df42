package dev.slipway.capability.database.incluster;

import dev.slipway.capability.database.PostgresNeed;
import dev.slipway.capability.database.engine.Engine;
import dev.slipway.capability.database.engine.InCluster;
import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.binding.GeneratedSecret;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Direction;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.ToolImages;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Sizing.Resources;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.server.Server;
import dev.slipway.render.kubernetes.server.ServerPod;
import dev.slipway.render.kubernetes.server.Servers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** PostgreSQL as a server in the cluster: one pod, whose master is no service. */
record PostgresServer(EnvironmentPlan plan, int gibibytes) {
    static final String NAME = "postgresql";

    static final GeneratedSecret MASTER = InCluster.masterOf(Engine.POSTGRES);

    private static final String REASON = "PostgreSQL";

    /** As whom the image runs the server; others cannot look themselves up: https://hub.docker.com/_/postgres. */
    private static final int USER = 70;

    /** The image keeps the data of a major version in a folder of its own below it, since 18. */
    private static final String DATA = "/var/lib/postgresql";

    /** Sockets and their lock. */
    private static final List<String> SCRATCH = List.of("/tmp", "/var/run/postgresql");

    private static final Resources REQUESTS = new Resources(100, 256);
    private static final Resources LIMITS = new Resources(1000, 512);

    /** Seconds: it writes what it holds before it goes. */
    private static final int GRACE = 60;

    void deploy(Manifests manifests) {
        Servers.add(
                manifests,
                new Server(
                        NAME,
                        1,
                        Map.of(NAME, Engine.POSTGRES.port()),
                        new Server.Storage(DATA, gibibytes),
                        pod(),
                        edges()));
    }

    private static ServerPod pod() {
        return new ServerPod(
                ToolImages.POSTGRES,
                USER,
                List.of(),
                Map.of(),
                List.of(
                        MASTER.variable("POSTGRES_USER", "username"),
                        MASTER.variable("POSTGRES_PASSWORD", "password"),
                        Variable.plain("POSTGRES_DB", "postgres", REASON),
                        Variable.plain("POSTGRES_HOST_AUTH_METHOD", "scram-sha-256", REASON)),
                Map.of(),
                SCRATCH,
                REQUESTS,
                LIMITS,
                new ServerPod.Probe.OfCommand(List.of("pg_isready", "--host=127.0.0.1", "--username=" + Engine.MASTER)),
                GRACE);
    }

    /** Of those who have a database in it, and of the tasks that make them. */
    private List<NetworkEdge> edges() {
        return plan.servicesWith(PostgresNeed.class).stream()
                .flatMap(service -> Stream.concat(
                                Stream.of(service.name()),
                                service.tasks().stream()
                                        .filter(task -> task.edges().stream().anyMatch(PostgresServer::isToUs))
                                        .map(task -> task.name()))
                        .map(client -> NetworkEdge.in(
                                new Peer.OfService(client),
                                Engine.POSTGRES.port(),
                                REASON,
                                service.service().origin())))
                .toList();
    }

    private static boolean isToUs(NetworkEdge edge) {
        return edge.direction() == Direction.OUT && edge.peer().equals(new Peer.OfService(NAME));
    }
}
