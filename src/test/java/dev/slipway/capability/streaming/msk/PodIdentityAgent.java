package dev.slipway.capability.streaming.msk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.LoopbackServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Hands out the credentials of a role to who shows the pod's token, as the agent of EKS does. */
final class PodIdentityAgent implements AutoCloseable {
    static final String ACCESS_KEY = "AKIDEXAMPLE";
    static final String TOKEN = "token-of-the-pod";

    private static final String CREDENTIALS = """
            {"AccessKeyId": "%s", "SecretAccessKey": "secret", "Token": "session", "AccountId": "111122223333"}
            """.formatted(ACCESS_KEY);

    private final HttpServer server;

    PodIdentityAgent() {
        server = LoopbackServers.create();
        server.createContext("/v1/credentials", PodIdentityAgent::answer);
        server.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        boolean isPod = TOKEN.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] body = (isPod ? CREDENTIALS : "{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(isPod ? 200 : 403, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    String address() {
        return "http://localhost:%s/v1/credentials"
                .formatted(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
