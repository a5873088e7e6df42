package dev.slipway.ordering.laptop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.ordering.laptop.shop.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The whole system behind its front door, as users and their customers see it. */
@ExtendWith(SharedLaptop.Given.class)
final class OrderingIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int BUYERS = 50;
    private static final String PAYS = "pm_card";

    private static Shop shop;

    @BeforeAll
    static void open(SharedLaptop laptop) {
        shop = laptop.shop();
    }

    @Test
    void anOrderIsConfirmedAndItsCustomerIsToldOnce() {
        Shop.User ada = shop.newUser();
        String order = shop.ordered(ada, shop.product(Seeded.PLENTY), PAYS);

        assertThat(shop.decided(ada, order).path("status").asString()).isEqualTo("confirmed");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(shop.mails(ada, order)).hasSize(1));
    }

    @Test
    void anOrderWhosePaymentFailsIsCancelledAndItsStockIsThereAgain() {
        Shop.User ada = shop.newUser();
        JsonNode before = shop.product(Seeded.OWN_OF_THE_REFUSED);

        String order = shop.ordered(ada, before, "pm_declined");

        JsonNode decided = shop.decided(ada, order);
        assertThat(decided.path("status").asString()).isEqualTo("cancelled");
        assertThat(decided.path("cancelReason").asString()).isEqualTo("payment-failed");
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        shop.product(Seeded.OWN_OF_THE_REFUSED).path("available"))
                .isEqualTo(before.path("available")));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(shop.mails(ada, order)).hasSize(1));
    }

    @Test
    void anOrderOfWhatIsGoneIsRefused() {
        Shop.User ada = shop.newUser();
        String order = shop.ordered(ada, shop.product(Seeded.NONE), PAYS);

        JsonNode decided = shop.decided(ada, order);
        assertThat(decided.path("status").asString()).isEqualTo("cancelled");
        assertThat(decided.path("cancelReason").asString()).isEqualTo("stock-rejected");
    }

    @Test
    void oneKeyIsOneOrder() {
        Shop.User ada = shop.newUser();
        JsonNode product = shop.product(Seeded.PLENTY);
        String key = UUID.randomUUID().toString();

        Shop.Answer first = shop.order(ada, key, product, 1, PAYS);
        Shop.Answer again = shop.order(ada, key, product, 1, PAYS);

        assertThat(again.body().path("id")).isEqualTo(first.body().path("id"));
        assertThat(shop.orders(ada)).hasSize(1);
    }

    @Test
    void theLastOneIsSoldOnceToFiftyBuyersAtTheSameMoment() throws Exception {
        JsonNode last = shop.product(Seeded.ONE);
        ExecutorService buyers = Executors.newFixedThreadPool(BUYERS);
        try {
            List<Shop.User> users = shop.newUsers(BUYERS);
            List<String> orders =
                    all(buyers, users.stream().map(user -> (Callable<String>) () -> shop.ordered(user, last, PAYS)));
            assertThat(orders).doesNotHaveDuplicates().hasSize(BUYERS);

            List<String> outcomes = Stream.iterate(0, index -> index + 1)
                    .limit(BUYERS)
                    .map(index -> shop.decided(users.get(index), orders.get(index)))
                    .map(order -> order.path("status").asString()
                            + order.path("cancelReason").asString())
                    .toList();
            assertThat(outcomes).filteredOn("confirmed"::equals).hasSize(1);
            assertThat(outcomes).filteredOn("cancelledstock-rejected"::equals).hasSize(BUYERS - 1);
        } finally {
            buyers.shutdownNow();
        }
    }

    @Test
    void nobodySeesTheOrderOfAnother() {
        Shop.User ada = shop.newUser();
        Shop.User eve = shop.newUser();
        String order = shop.ordered(ada, shop.product(Seeded.PLENTY), PAYS);

        assertThat(shop.get("/api/orders/" + order, eve.token()).status()).isEqualTo(404);
        assertThat(shop.get("/api/orders/" + order, "").status()).isEqualTo(401);
    }

    @Test
    void whatIsOnlyForTheClusterIsBehindNoDoor() {
        assertThat(shop.get("/actuator/health", "").status()).isEqualTo(404);
        assertThat(shop.get("/api/orders/../../actuator/health", "").status()).isIn(400, 401, 404);
    }

    private static <T> List<T> all(ExecutorService at, Stream<Callable<T>> calls) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> result : at.invokeAll(calls.limit(BUYERS).toList())) {
            results.add(result.get());
        }
        return results;
    }
}
