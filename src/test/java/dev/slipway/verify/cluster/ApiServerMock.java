package dev.slipway.verify.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.LoopbackServers;
import dev.slipway.review.Manifest;
import dev.slipway.review.Tree;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * An API server over HTTP, as far as reading goes: discovery and lists in pages. It stores objects as a real one
 * does: with fields of its own, with defaults, and without what is empty.
 */
final class ApiServerMock implements AutoCloseable {
    static final String TOKEN = "a-token";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> OF_THE_CLUSTER =
            List.of("Namespace", "StorageClass", "PriorityClass", "IngressClass", "IngressClassParams");

    private final HttpServer server;
    private final Map<String, Map<String, Object>> objects = new TreeMap<>();
    private final Map<String, Map<String, String>> kinds = new TreeMap<>();
    private final List<String> requests = new ArrayList<>();

    private ApiServerMock(HttpServer server) {
        this.server = server;
    }

    static ApiServerMock start() {
        ApiServerMock mock = new ApiServerMock(LoopbackServers.create());
        mock.server.createContext("/", mock::answer);
        mock.server.start();
        return mock;
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    List<String> requests() {
        return requests;
    }

    void apply(List<Manifest> manifests) {
        manifests.forEach(manifest -> apply(manifest.tree()));
    }

    void apply(Tree manifest) {
        String apiVersion = manifest.get("apiVersion").text();
        String kind = manifest.get("kind").text();
        kinds.computeIfAbsent(apiVersion, each -> new TreeMap<>()).put(kind, plural(kind));
        objects.put(path(manifest), Stored.of(manifest));
    }

    void forgetKind(String apiVersion, String kind) {
        kinds.get(apiVersion).remove(kind);
    }

    void delete(Manifest manifest) {
        objects.remove(path(manifest.tree()));
    }

    /** Changes what is stored, as somebody with kubectl does. */
    void edit(Manifest manifest, Consumer<Map<String, Object>> change) {
        change.accept(objects.get(path(manifest.tree())));
    }

    private static String path(Tree manifest) {
        String kind = manifest.get("kind").text();
        String apiVersion = manifest.get("apiVersion").text();
        return "%s%s%s/%s/%s"
                .formatted(
                        apiVersion.contains("/") ? "/apis/" : "/api/",
                        apiVersion,
                        OF_THE_CLUSTER.contains(kind)
                                ? ""
                                : "/namespaces/"
                                        + manifest.at("metadata.namespace").text(),
                        plural(kind),
                        manifest.at("metadata.name").text());
    }

    private static String plural(String kind) {
        String name = kind.toLowerCase(Locale.ROOT);
        return name.endsWith("y")
                ? name.substring(0, name.length() - 1) + "ies"
                : name.endsWith("s") ? name + "es" : name + "s";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(exchange.getRequestMethod() + " " + path);
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 403, Map.of("kind", "Status", "code", 403, "message", "forbidden to whoever this is"));
            return;
        }
        String version = path.substring(path.indexOf('/', 1) + 1);
        if (kinds.containsKey(version)) {
            send(exchange, 200, Map.of("resources", discovery(version)));
        } else if (exchange.getRequestURI().getRawQuery() != null) {
            list(exchange, path);
        } else {
            send(exchange, 404, Map.of("kind", "Status", "code", 404, "message", "not found"));
        }
    }

    private List<Map<String, Object>> discovery(String version) {
        List<Map<String, Object>> all = new ArrayList<>();
        kinds.get(version)
                .forEach((kind, plural) ->
                        all.add(Map.of("name", plural, "kind", kind, "namespaced", !OF_THE_CLUSTER.contains(kind))));
        return all;
    }

    /** In pages of two, however many were asked for. */
    private void list(HttpExchange exchange, String path) throws IOException {
        Map<String, String> query = query(exchange);
        List<Object> found = new ArrayList<>();
        objects.forEach((each, object) -> {
            if (each.substring(0, each.lastIndexOf('/')).equals(path)) {
                Map<String, Object> item = new LinkedHashMap<>(object);
                // an item of a list does not say what it is
                item.remove("kind");
                item.remove("apiVersion");
                found.add(item);
            }
        });
        int from = Integer.parseInt(query.getOrDefault("continue", "0"));
        int to = Math.min(from + 2, found.size());
        Map<String, Object> metadata = to < found.size() ? Map.of("continue", String.valueOf(to)) : Map.of();
        send(exchange, 200, Map.of("metadata", metadata, "items", found.subList(from, to)));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new TreeMap<>();
        for (String part : exchange.getRequestURI().getRawQuery().split("&", -1)) {
            String[] parts = part.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
