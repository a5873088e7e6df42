package dev.slipway.ordering.laptop.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs, and is to be stopped.
 *
 * <p>May be closed while parts are still starting: what then finishes its start is stopped at once, and nothing starts
 * any more.
 */
public final class Parts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final boolean together;
    private int starting;
    private boolean closed;

    private Parts(boolean together) {
        this.together = together;
    }

    /** Parts that stand on each other: the last that started stops first. */
    public static Parts inOrder() {
        return new Parts(false);
    }

    /** Parts that do not know each other: they stop at the same time. */
    public static Parts together() {
        return new Parts(true);
    }

    /** Starts a part. */
    public <T extends AutoCloseable> T start(Callable<T> start) throws Exception {
        synchronized (this) {
            if (closed) {
                throw new InterruptedException("stopped while starting");
            }
            starting++;
        }
        try {
            long begin = System.nanoTime();
            T part = start.call();
            LOG.info("{} started in {} ms", part, (System.nanoTime() - begin) / NANOS_PER_MILLI);
            synchronized (this) {
                running.push(part);
            }
            return part;
        } finally {
            synchronized (this) {
                starting--;
                notifyAll();
            }
        }
    }

    /** Whether nothing may start any more. */
    public synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        awaitStarts();
        List<AutoCloseable> last = drained();
        if (together) {
            CompletableFuture.allOf(last.stream()
                            .map(part -> CompletableFuture.runAsync(() -> stop(part), task -> new Thread(task).start()))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } else {
            last.forEach(Parts::stop);
        }
    }

    private synchronized List<AutoCloseable> drained() {
        List<AutoCloseable> drained = List.copyOf(running);
        running.clear();
        return drained;
    }

    private static void stop(AutoCloseable part) {
        try {
            long begin = System.nanoTime();
            part.close();
            LOG.info("{} stopped in {} ms", part, (System.nanoTime() - begin) / NANOS_PER_MILLI);
        } catch (Exception e) {
            LOG.warn("{} did not stop well", part, e);
        }
    }

    private synchronized void awaitStarts() {
        closed = true;
        try {
            while (starting > 0) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
