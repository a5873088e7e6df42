package dev.slipway.ordering.laptop.part;

import dev.slipway.ordering.laptop.process.LaptopProblem;
import dev.slipway.ordering.laptop.process.Ports;
import dev.slipway.ordering.laptop.process.Processes;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;

/** A Redis server where each service is a user that sees the keys of its own prefix. It is a cache: it keeps nothing. */
public final class Redis implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 20;
    private static final String NO_ACCESS = "-NOAUTH";

    private final int port;
    private final Process server;

    /** Starts it; users are service by password, prefixes service by prefix. */
    public Redis(Processes processes, Home home, int port, Map<String, String> passwords, Map<String, String> prefixes)
            throws IOException, InterruptedException {
        this.port = port;
        Path folder = home.folder("redis");
        StringBuilder settings = new StringBuilder(
                "bind %s\nport %s\ndir \"%s\"\nsave \"\"\nappendonly no\n".formatted(Ports.LOOPBACK, port, folder));
        settings.append("maxmemory 64mb\nmaxmemory-policy allkeys-lru\nuser default off\n");
        passwords.forEach((service, password) -> settings.append("user %s on >%s ~%s* &* +@all -@dangerous +info\n"
                .formatted(service, password, prefixes.get(service))));
        Path configuration = folder.resolve("redis.conf");
        Files.writeString(configuration, settings);
        File program =
                ExecutableProvider.newJarResourceProvider(folder.toFile()).get();
        server = processes.start(
                List.of(program.toString(), configuration.toString()),
                Map.of(),
                home.folder("log").resolve("redis.log").toFile());
        await();
    }

    private void await() throws InterruptedException, IOException {
        long end = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (!server.isAlive() || System.nanoTime() > end) {
                Processes.stop(server);
                throw new LaptopProblem("Redis did not start: see log/redis.log in the data folder.");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Whoever has no password is told so: that is an answer too. */
    private boolean answers() {
        try (Socket socket = new Socket(Ports.LOOPBACK, port)) {
            OutputStream out = socket.getOutputStream();
            out.write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(NO_ACCESS.length()), StandardCharsets.US_ASCII).equals(NO_ACCESS);
        } catch (IOException e) {
            return false;
        }
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        Processes.stop(server);
    }

    @Override
    public String toString() {
        return "Redis";
    }
}
