package dev.slipway.ordering.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.ServiceTest;
import dev.slipway.ordering.testing.Tokens;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The release before and this one, on the schema of this one, as during a roll-out and after one that is taken back. */
@ServiceTest
class PreviousReleaseIT {
    private static final JsonMapper JSON = new JsonMapper();

    private final UUID user = UUID.randomUUID();

    @Autowired
    private RestTestClient http;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ConfigurableEnvironment environment;

    @Test
    void worksBesideThisOneOnOneSchema() throws Exception {
        try (PreviousRelease previous = PreviousRelease.start(platform(), List.of("V2__name_what_is_due.sql"))) {
            RestTestClient there = RestTestClient.bindToServer()
                    .baseUrl(previous.uri().toString())
                    .build();
            awaitReady(previous, there);
            Shop before = new Shop(there, user);
            Shop now = new Shop(http, user);
            now.open();
            before.open();

            goesThroughBoth(before, now);
            goesThroughBoth(now, before);
            isTimedOut(before.order());
            isTimedOut(now.order());
            assertThat(database.sql("SELECT count(*) FROM orders WHERE deadline IS DISTINCT FROM step_due_at")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(previous.log()).doesNotContain("PSQLException");
            saysItInJson(previous, there, before);
        }
    }

    /** What a pod says: this JVM is the one of these tests that logs as on the platform. */
    private void saysItInJson(PreviousRelease previous, RestTestClient there, Shop shop) throws IOException {
        String trace = UUID.randomUUID().toString().replace("-", "");
        String id = shop.order();
        shop.cancel(id).expectStatus().isOk();
        there.post()
                .uri("/api/orders/" + id + "/cancel")
                .header("Authorization", "Bearer " + Tokens.customer(user))
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .exchange()
                .expectStatus()
                .isOk();

        List<JsonNode> lines = previous.log().lines().map(JSON::readTree).toList();
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.path("@timestamp").isString()).isTrue();
            assertThat(line.path("log").path("level").isString()).isTrue();
            assertThat(line.path("service").path("name").asString()).isEqualTo("order");
        });
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.path("message").asString()).isEqualTo("Order " + id + " is past this step");
            assertThat(line.toString()).contains(trace);
        });
        assertThat(previous.log()).doesNotContain("pm_card").doesNotContain("Bearer");
    }

    /** Placed at the one, read and cancelled at the other. */
    private void goesThroughBoth(Shop one, Shop other) {
        String confirmed = one.order();
        one.answers("stock.reserved", confirmed);
        Events.await("payment.requested", confirmed);
        one.answers("payment.settled", confirmed);
        Events.await("order.confirmed", confirmed);
        other.awaitStatus(confirmed, "confirmed");

        String given = one.order();
        other.cancel(given).expectStatus().isOk();
        one.awaitStatus(given, "cancelled");
    }

    /** By either of them, whose clocks both look. */
    private void isTimedOut(String id) {
        assertThat(due(id, "deadline")).isTrue();
        assertThat(due(id, "step_due_at")).isTrue();
        database.sql("UPDATE orders SET deadline = now() - interval '1 second' WHERE id = ?::uuid")
                .param(id)
                .update();

        assertThat(Events.await("order.cancelled", id).path("reason").asString())
                .isEqualTo("timed-out");
    }

    private boolean due(String id, String column) {
        return database.sql("SELECT " + column + " > now() FROM orders WHERE id = ?::uuid")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private static void awaitReady(PreviousRelease previous, RestTestClient there) {
        await().atMost(Duration.ofSeconds(90)).until(() -> {
            assertThat(previous.isAlive()).as(previous.log()).isTrue();
            try {
                return there.get()
                        .uri("/actuator/health/readiness")
                        .exchange()
                        .returnResult()
                        .getStatus()
                        .equals(HttpStatus.OK);
            } catch (RuntimeException e) {
                return false;
            }
        });
    }

    private Map<String, Object> platform() {
        MapPropertySource platform =
                (MapPropertySource) environment.getPropertySources().get("platform");
        assertThat(platform).isNotNull();
        return platform.getSource();
    }
}
