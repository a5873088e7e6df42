package dev.slipway.delivery.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.Child;
import dev.slipway.LoopbackServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** As much of GitHub's API as a comment takes, on loopback: a repository acme/shop with pull request 7 from a fork. */
final class GithubMock implements AutoCloseable {
    static final String TOKEN = "token-of-the-test";
    static final String HEAD = "4f2c9e14f2c9e14f2c9e14f2c9e14f2c9e14f2c9";
    private static final Path SCRIPT = Path.of(CommentWorkflow.SCRIPT).toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What was asked to be written: method, path and the text. */
    record Written(String request, String body) {}

    final List<Written> written = new ArrayList<>();
    final List<String> authorizationsOfStorage = new ArrayList<>();
    final Map<String, String> answers = new TreeMap<>();
    private final HttpServer api = LoopbackServers.create();
    private final HttpServer storage = LoopbackServers.create();
    private byte[] zip = new byte[0];

    GithubMock() {
        artifacts("[{\"id\":5,\"name\":\"slipway-comment\",\"size_in_bytes\":300,\"expired\":false}]");
        pull(7, "mallory/shop", "feature", HEAD, "open");
        comments("[]");
        api.createContext("/", this::answer);
        storage.createContext("/", exchange -> {
            authorizationsOfStorage.add(
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("authorization"))
                            .orElse(""));
            respond(exchange, 200, zip);
        });
        api.start();
        storage.start();
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void artifacts(String list) {
        answers.put("GET /repos/acme/shop/actions/runs/99/artifacts", "{\"artifacts\":%s}".formatted(list));
    }

    void pull(int number, String repository, String branch, String head, String state) {
        answers.put("GET /repos/acme/shop/pulls/" + number, """
                {"state":"%s","head":{"sha":"%s","ref":"%s","repo":{"full_name":"%s"}},"base":{"repo":{"full_name":"acme/shop"}}}
                """.formatted(state, head, branch, repository));
    }

    void comments(String list) {
        answers.put("GET /repos/acme/shop/issues/7/comments", list);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("authorization"))) {
            respond(exchange, 401, new byte[0]);
        } else if (request.equals("GET /repos/acme/shop/actions/artifacts/5/zip")) {
            exchange.getResponseHeaders().add("location", url(storage) + "/artifact?signature=1");
            respond(exchange, 302, new byte[0]);
        } else if (request.startsWith("POST ") || request.startsWith("PATCH ")) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            written.add(new Written(request, JSON.readTree(body).get("body").asText()));
            respond(exchange, 200, "{}".getBytes(UTF_8));
        } else {
            String answer = answers.get(request);
            respond(exchange, answer == null ? 404 : 200, (answer == null ? "{}" : answer).getBytes(UTF_8));
        }
    }

    private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            // The script ends an answer that is too long.
            if (body.length < 1_000_000) {
                throw e;
            }
        }
    }

    /** Runs the script on what a run has left. */
    Child comments(byte[] artifact) throws IOException {
        return comments(artifact, "pull_request");
    }

    Child comments(byte[] artifact, String event) throws IOException {
        zip = artifact;
        Path payload = Files.createTempFile("slipway-", ".json");
        try {
            Files.writeString(payload, """
                    {"workflow_run":{"id":99,"event":"%s","head_sha":"%s","head_branch":"feature",
                     "head_repository":{"full_name":"mallory/shop"}}}
                    """.formatted(event, HEAD));
            return Child.of(
                    Path.of("."),
                    Map.ofEntries(
                            Map.entry("GITHUB_API_URL", url(api)),
                            Map.entry("GITHUB_EVENT_PATH", payload.toString()),
                            Map.entry("GITHUB_REPOSITORY", "acme/shop"),
                            Map.entry("GITHUB_SERVER_URL", "https://github.com"),
                            Map.entry("GITHUB_TOKEN", TOKEN)),
                    List.of("node", SCRIPT.toString()));
        } finally {
            Files.delete(payload);
        }
    }

    @Override
    public void close() {
        api.stop(0);
        storage.stop(0);
    }
}
