package dev.slipway.ordering.common;

import dev.slipway.ordering.testing.Tokens;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who keeps the reference data. */
final class Operator {
    private static final JsonMapper JSON = new JsonMapper();

    private final RestTestClient http;
    private final String token = Tokens.operator(UUID.randomUUID());

    Operator(RestTestClient http) {
        this.http = http;
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> http.get()
                .uri("/actuator/health/readiness")
                .exchange()
                .returnResult()
                .getStatus()
                .equals(HttpStatus.OK));
    }

    static String newCode() {
        return "category." + UUID.randomUUID();
    }

    static Map<String, Object> body(String name, String parent) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", name);
        body.put("active", true);
        body.put("position", 1);
        if (!parent.isEmpty()) {
            body.put("parent", parent);
        }
        return body;
    }

    ExchangeResult put(String code, String name) {
        return put(code, body(name, ""));
    }

    ExchangeResult put(String code, Object body) {
        return send(HttpMethod.PUT, token, code, body, "", "");
    }

    ExchangeResult put(String code, String name, String header, String value) {
        return send(HttpMethod.PUT, token, code, body(name, ""), header, value);
    }

    ExchangeResult delete(String code) {
        return send(HttpMethod.DELETE, token, code, Map.of(), "", "");
    }

    ExchangeResult send(HttpMethod method, String by, String code, Object body, String header, String value) {
        RestTestClient.RequestBodySpec request = http.method(method)
                .uri("/api/reference/" + code)
                .header("Authorization", "Bearer " + by)
                .contentType(MediaType.APPLICATION_JSON);
        if (!header.isEmpty()) {
            request.header(header, value);
        }
        return request.body(body).exchange().returnResult();
    }

    ExchangeResult get(String path) {
        return http.get().uri(path).exchange().returnResult();
    }

    ExchangeResult get(String path, String tag) {
        return http.get().uri(path).header("If-None-Match", tag).exchange().returnResult();
    }

    static JsonNode json(ExchangeResult result) {
        return JSON.readTree(result.getResponseBodyContent());
    }

    static String tag(ExchangeResult result) {
        return String.valueOf(result.getResponseHeaders().getETag());
    }
}
