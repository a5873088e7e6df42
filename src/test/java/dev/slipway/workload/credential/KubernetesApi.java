package dev.slipway.workload.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** As much of the API of Kubernetes as the job may use: it creates Secrets of one namespace, and refuses all else. */
final class KubernetesApi implements AutoCloseable {
    private static final String PASSWORD = "changeit";

    final Map<String, JsonNode> secrets = new LinkedHashMap<>();

    private final HttpsServer server;
    private final Path account;

    KubernetesApi(Path folder) throws Exception {
        account = Files.createDirectories(folder.resolve("account"));
        Path keys = folder.resolve("keys.p12");
        keytool(
                "-genkeypair",
                "-keystore",
                keys,
                "-alias",
                "api",
                "-keyalg",
                "EC",
                "-dname",
                "CN=api",
                "-ext",
                "san=ip:127.0.0.1");
        keytool("-exportcert", "-rfc", "-keystore", keys, "-alias", "api", "-file", account.resolve("ca.crt"));
        Files.writeString(account.resolve("token"), "the-token\n");
        Files.writeString(account.resolve("namespace"), "shop-local");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keys)) {
            store.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode body = new ObjectMapper().readTree(exchange.getRequestBody());
        String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        boolean isAllowed = asked.equals("POST /api/v1/namespaces/shop-local/secrets")
                && "Bearer the-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        int status = 403;
        if (isAllowed) {
            status = secrets.putIfAbsent(body.at("/metadata/name").asText(), body) == null ? 201 : 409;
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /** The values of a Secret, as a pod would read them. */
    Map<String, String> valuesOf(String name) {
        Map<String, String> values = new LinkedHashMap<>();
        secrets.get(name)
                .get("data")
                .properties()
                .forEach(entry -> values.put(
                        entry.getKey(),
                        new String(Base64.getDecoder().decode(entry.getValue().asText()), StandardCharsets.UTF_8)));
        return values;
    }

    Map<String, String> variables() {
        return Map.of(
                "KUBERNETES_SERVICE_HOST", "127.0.0.1",
                "KUBERNETES_SERVICE_PORT", String.valueOf(server.getAddress().getPort()),
                "SERVICE_ACCOUNT", account.toString());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void keytool(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        command.addAll(List.of("-storepass", PASSWORD));
        if (new ProcessBuilder(command).start().waitFor() != 0) {
            throw new IllegalStateException("keytool failed: " + command);
        }
    }
}
