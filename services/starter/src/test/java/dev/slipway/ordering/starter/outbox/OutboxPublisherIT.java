package dev.slipway.ordering.starter.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Instances that come, go, die and come to again, on one outbox. */
class OutboxPublisherIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Table table = new Table();
    private final List<OutboxPublisher> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(OutboxPublisher::stop);
    }

    @Test
    void handsTheLeaseOverAndKeepsTheOrderOfEachKey() {
        OutboxPublisher first = start("first", table::producer);
        table.add("a", 1, 40);
        await().atMost(PATIENCE).until(table::isPublished);
        OutboxPublisher second = start("second", table::producer);
        for (int round = 1; round <= 3; round++) {
            table.add("a", round * 40 + 1, round * 40 + 40);
            table.add("b", round * 40 + 1, round * 40 + 40);
            (round % 2 == 1 ? first : second).stop();
            (round % 2 == 1 ? first : second).start();
        }

        await().atMost(PATIENCE).until(table::isPublished);
        assertSeen("a", 1, 160);
        assertSeen("b", 41, 160);
    }

    @Test
    void letsNobodyPublishBesideTheHolder() throws Exception {
        start("first", table::producer);
        table.add("a", 1, 1);
        await().atMost(PATIENCE).until(table::isPublished);
        AtomicInteger opened = new AtomicInteger();

        start("second", () -> {
            opened.incrementAndGet();
            return table.producer();
        });
        Thread.sleep(3_000);

        assertThat(opened).hasValue(0);
    }

    @Test
    void fencesOneThatLostTheLeaseInTheMiddleOfABatch() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        CountDownLatch wakes = new CountDownLatch(1);
        AtomicBoolean failed = new AtomicBoolean();
        OutboxPublisher stale = start(
                "stale",
                () -> Faulty.at("commitTransaction", table.producer(), commit -> {
                    sent.countDown();
                    wakes.await(60, TimeUnit.SECONDS);
                    try {
                        return commit.call();
                    } catch (Exception e) {
                        failed.set(true);
                        throw e;
                    }
                }));
        table.add("a", 1, 20);
        assertThat(sent.await(40, TimeUnit.SECONDS)).isTrue();

        table.letTheLeaseRunOut();
        start("successor", table::producer);
        await().atMost(PATIENCE).until(table::isPublished);
        table.add("a", 21, 30);
        await().atMost(PATIENCE).until(table::isPublished);
        wakes.countDown();

        await().atMost(PATIENCE).untilTrue(failed);
        table.add("a", 31, 35);
        await().atMost(PATIENCE).until(table::isPublished);
        assertSeen("a", 1, 35);
        stale.stop();
    }

    @Test
    void readsOnlyAfterItHasFencedOthersOff() {
        start(
                "slow",
                () -> Faulty.at("initTransactions", table.producer(), open -> {
                    Object opened = open.call();
                    // somebody else has published meanwhile
                    table.database()
                            .sql("UPDATE outbox SET published_at = now()")
                            .update();
                    table.add("a", 2, 2);
                    return opened;
                }));
        table.add("a", 1, 1);

        await().atMost(PATIENCE).until(() -> table.seen("a").contains(2));
        assertThat(table.seen("a")).containsExactly(2);
    }

    @Test
    void losesNothingThroughACrashBetweenSendingAndMarking() {
        AtomicBoolean crashed = new AtomicBoolean();
        start(
                "crashes",
                () -> Faulty.at("commitTransaction", table.producer(), commit -> {
                    Object committed = commit.call();
                    if (crashed.compareAndSet(false, true)) {
                        throw new IllegalStateException("crashed after the commit");
                    }
                    return committed;
                }));
        table.add("a", 1, 10);

        await().atMost(PATIENCE).until(table::isPublished);
        List<Integer> seen = await().atMost(PATIENCE)
                .until(() -> table.seen("a"), all -> all.size() > 10 && all.get(all.size() - 1) == 10);
        assertThat(crashed).isTrue();
        // those of the crashed transaction, as many as it had found, and then all from the first that has no mark
        assertThat(seen.subList(0, seen.size() - 10)).containsExactlyElementsOf(range(1, seen.size() - 10));
        assertThat(seen.subList(seen.size() - 10, seen.size())).containsExactlyElementsOf(range(1, 10));
    }

    @Test
    void showsNobodyWhatACrashLeftUncommitted() {
        AtomicBoolean crashed = new AtomicBoolean();
        start(
                "crashes",
                () -> Faulty.at("commitTransaction", table.producer(), commit -> {
                    if (crashed.compareAndSet(false, true)) {
                        throw new IllegalStateException("crashed before the commit");
                    }
                    return commit.call();
                }));
        table.add("a", 1, 10);

        await().atMost(PATIENCE).until(table::isPublished);
        assertThat(crashed).isTrue();
        assertSeen("a", 1, 10);
    }

    @Test
    void hasNoTransactionOfTheDatabaseOpenWhileKafkaIsAway() throws Exception {
        CountDownLatch away = new CountDownLatch(1);
        CountDownLatch back = new CountDownLatch(1);
        start(
                "waits",
                () -> Faulty.at("commitTransaction", table.producer(), commit -> {
                    away.countDown();
                    back.await(60, TimeUnit.SECONDS);
                    return commit.call();
                }));
        table.add("a", 1, 3);
        assertThat(away.await(40, TimeUnit.SECONDS)).isTrue();

        for (int i = 0; i < 10; i++) {
            assertThat(table.openTransactions()).isZero();
            Thread.sleep(50);
        }
        back.countDown();
        await().atMost(PATIENCE).until(table::isPublished);
    }

    private OutboxPublisher start(String holder, Supplier<Producer<String, String>> producers) {
        OutboxPublisher publisher = new OutboxPublisher(table.rows(holder), producers);
        started.add(publisher);
        publisher.start();
        return publisher;
    }

    /** What is committed is seen a moment later, once the broker has written its marks. */
    private void assertSeen(String key, int from, int to) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(table.seen(key)).containsExactlyElementsOf(range(from, to)));
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }
}
