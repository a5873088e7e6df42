package dev.slipway.ordering.laptop.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs, in the order in which it was started, to be stopped in the opposite one.
 *
 * <p>May be closed while parts are still starting: what then finishes its start is stopped at once, and nothing starts
 * any more.
 */
public final class Parts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private int starting;
    private boolean closed;

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
        while (true) {
            AutoCloseable part;
            synchronized (this) {
                if (running.isEmpty()) {
                    LOG.info("all stopped");
                    return;
                }
                part = running.pop();
            }
            try {
                LOG.info("{} stops", part);
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not stop well", part, e);
            }
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
