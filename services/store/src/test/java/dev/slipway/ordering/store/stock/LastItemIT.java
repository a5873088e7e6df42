package dev.slipway.ordering.store.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.store.Shelf;
import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.ServiceTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionOperations;

/** Many buyers at the same moment, each in a transaction and a thread of its own, as on many instances. */
@ServiceTest
class LastItemIT {
    private static final int BUYERS = 50;

    @Autowired
    private RestTestClient http;

    @Autowired
    private Reserving reserving;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient database;

    private Shelf shelf;

    @BeforeEach
    void open() {
        shelf = new Shelf(http);
        shelf.open();
    }

    @Test
    void sellsTheLastItemOnceToFiftyBuyersAtTheSameMoment() throws Exception {
        String id = shelf.product("Signed first edition", 1);
        List<UUID> orders =
                IntStream.range(0, BUYERS).mapToObj(i -> UUID.randomUUID()).toList();

        atOnce(orders.stream()
                .<Runnable>map(order -> () -> place(order, List.of(new Line(UUID.fromString(id), 1))))
                .toList());

        assertThat(count(orders, "HELD")).isEqualTo(1);
        assertThat(count(orders, "REJECTED")).isEqualTo(BUYERS - 1);
        assertThat(shelf.available(id)).isZero();
        shelf.awaitStock(id, 1, 1);
    }

    @Test
    void sellsTheLastItemOnceWhenFiftyOrdersComeOverTheTopic() {
        String id = shelf.product("Signed first edition", 1);
        List<String> orders =
                IntStream.range(0, BUYERS).mapToObj(i -> Shelf.order(id, 1)).toList();

        orders.forEach(order -> org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .until(() -> count(List.of(UUID.fromString(order)), "HELD")
                                + count(List.of(UUID.fromString(order)), "REJECTED")
                        == 1));
        assertThat(count(orders.stream().map(UUID::fromString).toList(), "HELD"))
                .isEqualTo(1);
        shelf.awaitStock(id, 1, 1);
        assertThat(orders.stream()
                        .filter(order -> !Events.of("stock.reserved", order).isEmpty()))
                .hasSizeLessThanOrEqualTo(1);
    }

    /** Baskets that name the same products in another order would wait for each other if each locked in its own. */
    @Test
    void keepsCountWhenBasketsCrossAndOrdersAreCancelledMeanwhile() throws Exception {
        List<UUID> products = IntStream.range(0, 3)
                .mapToObj(i -> UUID.fromString(shelf.product("Cups " + i, 20)))
                .toList();
        List<UUID> orders =
                IntStream.range(0, BUYERS).mapToObj(i -> UUID.randomUUID()).toList();
        List<Runnable> work = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) {
            UUID order = orders.get(i);
            List<Line> lines = new ArrayList<>(
                    products.stream().map(product -> new Line(product, 1)).toList());
            Collections.rotate(lines, i);
            boolean cancelled = i % 2 == 0;
            work.add(() -> {
                place(order, lines);
                if (cancelled) {
                    transactions.executeWithoutResult(status -> reserving.cancelled(order));
                }
            });
        }

        atOnce(work);

        long held = count(orders, "HELD");
        assertThat(held).isBetween(1L, 20L);
        assertThat(count(orders, "HELD") + count(orders, "REJECTED") + count(orders, "RELEASED"))
                .isEqualTo(BUYERS);
        products.forEach(product -> shelf.awaitStock(product.toString(), 20, held));
    }

    private void place(UUID order, List<Line> lines) {
        transactions.executeWithoutResult(status -> reserving.placed(order, lines));
    }

    private static void atOnce(List<Runnable> work) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Future<Boolean>> done = new ArrayList<>();
            for (Runnable one : work) {
                Callable<Boolean> waiting = () -> {
                    start.await();
                    one.run();
                    return true;
                };
                done.add(threads.submit(waiting));
            }
            start.countDown();
            for (Future<Boolean> one : done) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private long count(List<UUID> orders, String status) {
        return database.sql(
                        "SELECT count(*) FROM reservations WHERE order_id = ANY (:ids::uuid[]) AND status = :status")
                .param("ids", orders.stream().map(UUID::toString).toArray(String[]::new))
                .param("status", status)
                .query(Long.class)
                .single();
    }
}
