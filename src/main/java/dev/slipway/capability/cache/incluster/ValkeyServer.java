package dev.slipway.capability.cache.incluster;

import dev.slipway.capability.cache.CacheAccess;
import dev.slipway.capability.cache.CacheNeed;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.GeneratedSecret;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.ToolImages;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.binding.Variable.Source;
import dev.slipway.platform.Service;
import dev.slipway.platform.Sizing.Resources;
import dev.slipway.render.kubernetes.Hardening;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.server.Server;
import dev.slipway.render.kubernetes.server.ServerPod;
import dev.slipway.render.kubernetes.server.Servers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Valkey as a server in the cluster: one pod, with a user for each service and none that may do everything. */
record ValkeyServer(Place place, int mebibytes) {
    static final String NAME = "valkey";
    static final int PORT = 6379;
    static final String USERNAME = "username";
    static final String PASSWORD = "password";

    /** May ask whether anybody is there, and nothing else. */
    static final String PROBE = "probe";

    static final String START = "start.sh";
    static final String USERS = "users.acl";

    private static final String REASON = "Valkey";

    /** Rewriting what is on the volume takes as much again for a moment. */
    private static final int MEMORY_FACTOR = 2;

    /** What the process keeps beside keys and values, in MiB. */
    private static final int OVERHEAD = 64;

    private static final int MEBIBYTES_IN_GIBIBYTE = 1024;
    private static final int MILLI_CPU = 50;
    private static final int MOST_MILLI_CPU = 500;
    private static final int GRACE = 30;

    static GeneratedSecret userOf(Service service) {
        return new GeneratedSecret(
                service.name() + ".valkey.user",
                Map.of(USERNAME, service.name()),
                List.of(PASSWORD),
                "user of %s in Valkey".formatted(service.name()));
    }

    void deploy(Manifests manifests) {
        Servers.add(
                manifests,
                new Server(
                        NAME,
                        1,
                        Map.of(NAME, PORT),
                        new Server.Storage("/data", MEMORY_FACTOR * (1 + mebibytes / MEBIBYTES_IN_GIBIBYTE)),
                        pod(),
                        clients().stream()
                                .map(client -> NetworkEdge.in(
                                        new Peer.OfService(client.name()), PORT, REASON, client.origin()))
                                .toList()));
    }

    private List<Service> clients() {
        return place.servicesWith(CacheNeed.class);
    }

    private ServerPod pod() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(START, script());
        files.put(USERS, users(clients()));
        Map<String, Source.FromClusterSecret> secrets = new LinkedHashMap<>();
        clients()
                .forEach(client -> secrets.put(
                        client.name(),
                        new Source.FromClusterSecret(userOf(client).name(), PASSWORD)));
        int memory = MEMORY_FACTOR * mebibytes + OVERHEAD;
        return new ServerPod(
                ToolImages.VALKEY,
                Hardening.USER,
                List.of("sh", Task.FILES + "/" + START),
                files,
                List.of(
                        Variable.plain("MAX_MEMORY", mebibytes + "mb", REASON),
                        Variable.plain("MAX_MEMORY_POLICY", "allkeys-lru", REASON)),
                secrets,
                List.of("/tmp"),
                new Resources(MILLI_CPU, memory),
                new Resources(MOST_MILLI_CPU, memory),
                new ServerPod.Probe.OfCommand(List.of(
                        "sh",
                        "-c",
                        "valkey-cli --no-auth-warning --user %s --pass none ping | grep -q PONG".formatted(PROBE))),
                GRACE);
    }

    /** A line for each user, without passwords: nobody gets in who names no user. */
    static String users(List<Service> clients) {
        StringBuilder users = new StringBuilder("default off -@all\n");
        users.append(PROBE).append(" on nopass resetkeys resetchannels -@all +ping\n");
        clients.forEach(client -> users.append(client.name())
                .append(' ')
                .append(CacheAccess.rules(client))
                .append('\n'));
        return users.toString();
    }

    static String script() {
        try (InputStream script = ValkeyServer.class.getResourceAsStream(START)) {
            return new String(Objects.requireNonNull(script, START).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
