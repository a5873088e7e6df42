package dev.slipway.capability.cache.incluster;

import static dev.slipway.capability.cache.CacheNeed.cache;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.platform.Service;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.core.ExecutableProvider;

/**
 * The rendered script and users, run for real: by a Redis 6.2, which knows the same rules. Changed are port and folders alone.
 */
class ValkeyIsRealTest {
    private static final Service ORDER = Service.java("order").needs(cache());
    private static final Service ORDERS = Service.java("orders").needs(cache());

    @TempDir
    private static Path folder;

    private static int port;
    private static Process process;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win"), "the script is for sh");
        port = freePort();
        process = run();
        for (int attempt = 0; attempt < 100; attempt++) {
            try (RespClient client = new RespClient(port)) {
                client.ask("PING");
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException(Files.readString(folder.resolve("out")));
    }

    private static Process run() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path server = bin.resolve("valkey-server");
        if (Files.notExists(server)) {
            Files.copy(ExecutableProvider.newJarResourceProvider().get().toPath(), server);
            assertThat(server.toFile().setExecutable(true)).isTrue();
        }
        Path rules = Files.createDirectories(folder.resolve("rules"));
        Files.writeString(rules.resolve(ValkeyServer.USERS), ValkeyServer.users(List.of(ORDER, ORDERS)));
        Path script = Files.writeString(rules.resolve(ValkeyServer.START), ValkeyServer.script());
        Path passwords = Files.createDirectories(folder.resolve("passwords"));
        Files.writeString(passwords.resolve("order"), "order-secret");
        Files.writeString(passwords.resolve("orders"), "orders-secret");
        ProcessBuilder builder = new ProcessBuilder("sh", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("PATH", bin + ":" + environment.get("PATH"));
        environment.put("RULES", rules.toString());
        environment.put("PASSWORDS", passwords.toString());
        environment.put("SCRATCH", folder.toString());
        environment.put("DATA", Files.createDirectories(folder.resolve("data")).toString());
        environment.put("PORT", String.valueOf(port));
        environment.put("MAX_MEMORY", "64mb");
        environment.put("MAX_MEMORY_POLICY", "allkeys-lru");
        return builder.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (process != null) {
            end(process);
        }
    }

    private static void end(Process running) throws InterruptedException {
        running.destroy();
        if (!running.waitFor(10, TimeUnit.SECONDS)) {
            running.destroyForcibly().waitFor();
        }
    }

    private static RespClient as(String user, String password) throws IOException {
        RespClient client = new RespClient(port);
        assertThat(client.ask("AUTH %s %s".formatted(user, password))).isEqualTo("OK");
        return client;
    }

    @Test
    void letsAServiceKeepKeysOfItsOwn() throws Exception {
        try (RespClient order = as("order", "order-secret")) {
            assertThat(order.ask("SET order:1 open")).isEqualTo("OK");
            assertThat(order.ask("GET order:1")).isEqualTo("open");
            assertThat(order.ask("PUBLISH order:changes 1")).isEqualTo("0");
        }
    }

    @Test
    void refusesTheKeysAndChannelsOfAnotherWhoseNameStartsAlike() throws Exception {
        try (RespClient orders = as("orders", "orders-secret")) {
            assertThat(orders.ask("GET order:1")).startsWith("NOPERM");
            assertThat(orders.ask("PUBLISH order:changes 1")).startsWith("NOPERM");
        }
    }

    @Test
    void refusesWhatWouldHarmOthers() throws Exception {
        try (RespClient order = as("order", "order-secret")) {
            assertThat(List.of(
                            order.ask("FLUSHALL"),
                            order.ask("CONFIG GET *"),
                            order.ask("ACL LIST"),
                            order.ask("SHUTDOWN"),
                            order.ask("KEYS *")))
                    .allMatch(answer -> answer.startsWith("NOPERM"));
        }
    }

    @Test
    void letsNobodyInWithoutANameOrAPassword() throws Exception {
        try (RespClient nobody = new RespClient(port)) {
            assertThat(nobody.ask("GET order:1")).startsWith("NOAUTH");
            assertThat(nobody.ask("AUTH order orders-secret")).startsWith("WRONGPASS");
            assertThat(nobody.ask("AUTH default order-secret")).startsWith("WRONGPASS");
        }
    }

    @Test
    void letsProbesAskWhetherItIsThereAndNothingElse() throws Exception {
        try (RespClient probe = as(ValkeyServer.PROBE, "none")) {
            assertThat(probe.ask("PING")).isEqualTo("PONG");
            assertThat(probe.ask("GET order:1")).startsWith("NOPERM");
            assertThat(probe.ask("INFO")).startsWith("NOPERM");
        }
    }

    @Test
    void keepsWhatItHoldsOverARestartAndPasswordsOutOfEveryFile() throws Exception {
        try (RespClient order = as("order", "order-secret")) {
            order.ask("SET order:kept yes");
        }
        end(process);
        start();
        try (RespClient order = as("order", "order-secret")) {
            assertThat(order.ask("GET order:kept")).isEqualTo("yes");
        }
        assertThat(folder.resolve("users.acl"))
                .content()
                .doesNotContain("secret")
                .contains("user order on #");
        assertThat(Files.getPosixFilePermissions(folder.resolve("users.acl"))).hasSize(2);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
