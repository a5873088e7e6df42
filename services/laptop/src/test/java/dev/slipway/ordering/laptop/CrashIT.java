package dev.slipway.ordering.laptop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.ordering.laptop.shop.Shop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Each service in a process of its own, which is killed in mid-work: nothing is lost, and nothing is done twice. */
final class CrashIT {
    private static final Duration RECOVERY = Duration.ofSeconds(90);
    private static final int ORDERS_BEFORE = 4;
    private static final int ORDERS_AFTER = 4;
    private static final String PAYS = "pm_card";

    @TempDir
    private Path folder;

    private record Placed(Shop.User user, String key, String id) {}

    @Test
    void killedOneAfterTheOtherTheServicesLoseNothingAndDoNothingTwice() {
        try (Collector collector = new Collector();
                LaptopProcess laptop =
                        LaptopProcess.startAmong(collector.variables(), folder, "--port", "0", "--apart", "all")) {
            Shop shop = new Shop(laptop.url());
            Shop.User ada = shop.newUser();
            JsonNode product = shop.product(Seeded.PLENTY);
            long stock = product.path("available").asLong();
            List<Placed> placed = new ArrayList<>();

            for (String service : LaptopProcess.services()) {
                for (int order = 0; order < ORDERS_BEFORE; order++) {
                    placed.add(place(shop, ada, product));
                }
                ProcessHandle victim = laptop.apart(service).orElseThrow();
                victim.destroyForcibly();
                for (int order = 0; order < ORDERS_AFTER; order++) {
                    placed.add(place(shop, ada, product));
                }
                await().atMost(RECOVERY)
                        .until(() -> !victim.isAlive() && laptop.apart(service).isPresent());
            }

            assertThat(placed).extracting(Placed::id).doesNotHaveDuplicates();
            for (Placed order : placed) {
                assertThat(shop.decided(ada, order.id()).path("status").asString())
                        .as("order " + order.id())
                        .isEqualTo("confirmed");
            }
            await().atMost(RECOVERY).untilAsserted(() -> assertThat(
                            shop.product(Seeded.PLENTY).path("available").asLong())
                    .isEqualTo(stock - placed.size()));
            // A mail whose answer was lost is sent again under its Message-ID, and the mailbox shows it once
            await().atMost(RECOVERY).untilAsserted(() -> assertThat(placed)
                    .allSatisfy(order -> assertThat(shop.mails(ada, order.id())).hasSize(1)));
            assertNamesItselfInTraces(shop, ada, collector);
        }
    }

    /** By the variables of its own process, as in a cluster. */
    private static void assertNamesItselfInTraces(Shop shop, Shop.User user, Collector collector) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        TracesIT.order(shop, user, "00-" + trace + "-00f067aa0ba902b7-01");
        await().atMost(RECOVERY).untilAsserted(() -> assertThat(collector.of(trace))
                .extracting(Collector.Span::service)
                .contains("order", "store", "payment", "notification"));
        assertThat(collector.of(trace)).extracting(Collector.Span::resource).allSatisfy(resource -> assertThat(resource)
                .containsEntry("service.namespace", "ordering")
                .containsEntry("deployment.environment.name", "laptop"));
    }

    /** As a client should: the same key until there is an answer. */
    private static Placed place(Shop shop, Shop.User user, JsonNode product) {
        String key = UUID.randomUUID().toString();
        Shop.Answer answer = await().atMost(RECOVERY)
                .until(
                        () -> shop.order(user, key, product, 1, PAYS),
                        given -> given.status() == 200 || given.status() == 201);
        return new Placed(user, key, answer.body().path("id").asString());
    }
}
