package dev.slipway.ordering.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.ordering.starter.configuration.OrderingService;
import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.Parts;
import dev.slipway.ordering.testing.PartsOfThePlatform;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An instance that is told to stop in mid-work, with a group and a database of its own. */
class ShutdownIT {
    private static final String NAME = "payment_shutdown";

    @Test
    void finishesRequestsAndBatchesAndPublishesWhatTheySaid() throws Exception {
        Database.run("CREATE DATABASE " + NAME);
        ConfigurableApplicationContext service = OrderingService.named("payment", HandlingApplication.class)
                .initializers(new PartsOfThePlatform())
                .run(
                        "--server.port=0",
                        "--slipway.database.name=" + NAME,
                        "--slipway.kafka.group-id=" + NAME,
                        "--slipway.kafka.transactional-id=" + NAME);
        Behaviour behaviour = service.getBean(Behaviour.class);
        UUID requested = UUID.randomUUID();
        UUID handled = UUID.randomUUID();
        behaviour.takes(requested, Duration.ofSeconds(3));
        behaviour.takes(handled, Duration.ofSeconds(3));
        URI uri = URI.create(
                "http://localhost:" + service.getEnvironment().getProperty("local.server.port") + "/slow/" + requested);
        CompletableFuture<HttpResponse<String>> response = HttpClient.newHttpClient()
                .sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        Events.publish("payment.requested", handled, data(handled));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> behaviour.tries(requested) == 1 && behaviour.tries(handled) == 1);

        long before = System.nanoTime();
        service.close();
        Duration taken = Duration.ofNanos(System.nanoTime() - before);

        assertThat(taken).isLessThan(Duration.ofSeconds(30));
        assertThat(response.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        JdbcClient database = JdbcClient.create(Parts.postgres().getDatabase("postgres", NAME));
        assertThat(database.sql("SELECT subject FROM effects")
                        .query(String.class)
                        .list())
                .contains(requested.toString(), handled.toString());
        assertThat(Events.await("payment.settled", requested, 1)).hasSize(1);
        assertThat(Events.await("payment.settled", handled, 1)).hasSize(1);
        assertThat(lag()).isZero();
        assertThat(database.sql("SELECT held_until = '-infinity' FROM outbox_lease")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** What the next instance would be given once more. */
    private static long lag() throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", Parts.kafka().bootstrapServers()))) {
            var committed = admin.listConsumerGroupOffsets(NAME)
                    .partitionsToOffsetAndMetadata()
                    .get();
            long done = committed.values().stream()
                    .mapToLong(offset -> offset.offset())
                    .sum();
            return Events.records("payment.requested").size() - done;
        }
    }

    private static Map<String, Object> data(UUID orderId) {
        return Map.of("orderId", orderId, "paymentId", orderId, "userId", orderId, "amount", 1490, "currency", "EUR");
    }
}
