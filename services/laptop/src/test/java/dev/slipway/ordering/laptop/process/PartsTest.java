package dev.slipway.ordering.laptop.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class PartsTest {
    private final List<String> stopped = new CopyOnWriteArrayList<>();
    private final Parts parts = Parts.inOrder();

    private AutoCloseable part(String name) {
        return () -> stopped.add(name);
    }

    @Test
    void theLastThatStartedStopsFirst() throws Exception {
        parts.start(() -> part("database"));
        parts.start(() -> part("service"));

        parts.close();

        assertThat(stopped).containsExactly("service", "database");
    }

    @Test
    void oneThatDoesNotStopWellKeepsNoOtherFromIt() throws Exception {
        parts.start(() -> part("database"));
        parts.start(() -> (AutoCloseable) () -> {
            throw new IllegalStateException("stuck");
        });

        parts.close();

        assertThat(stopped).containsExactly("database");
    }

    @Test
    void whatIsStillStartingIsStoppedToo() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Void> start = CompletableFuture.runAsync(() -> {
            try {
                parts.start(() -> {
                    begun.countDown();
                    go.await();
                    return part("slow");
                });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        begun.await();
        CompletableFuture<Void> close = CompletableFuture.runAsync(parts::close);
        go.countDown();

        close.get(10, TimeUnit.SECONDS);
        start.get(10, TimeUnit.SECONDS);

        assertThat(stopped).containsExactly("slow");
    }

    @Test
    void thoseThatDoNotKnowEachOtherStopAtTheSameTime() throws Exception {
        Parts services = Parts.together();
        CountDownLatch all = new CountDownLatch(2);
        for (String name : List.of("order", "store")) {
            services.start(() -> (AutoCloseable) () -> {
                all.countDown();
                if (!all.await(10, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("the other does not stop meanwhile");
                }
                stopped.add(name);
            });
        }

        services.close();

        assertThat(stopped).containsExactlyInAnyOrder("order", "store");
    }

    @Test
    void nothingStartsAfterwards() {
        parts.close();

        assertThatThrownBy(() -> parts.start(() -> part("late"))).isInstanceOf(InterruptedException.class);
        assertThat(stopped).isEmpty();
    }
}
