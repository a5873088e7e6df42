package dev.slipway.cli.project;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Says that something is still going on, once it has taken a second: one line, which is gone when it is done. */
public interface Progress {
    /** Says nothing, as where nobody looks at a terminal. */
    Progress SILENT = new Progress() {
        @Override
        public <T> T during(String what, Supplier<T> work) {
            return work.get();
        }
    };

    /** Does some work: {@code during("rendering ordering", () -> Slipway.render(plan))}. */
    <T> T during(String what, Supplier<T> work);

    /** On standard error, where that is a terminal. */
    static Progress ofProcess() {
        return Terminal.isThere() ? on(System.err) : SILENT;
    }

    /** On a terminal that understands the carriage return. */
    static Progress on(PrintStream terminal) {
        return new Progress() {
            @Override
            public <T> T during(String what, Supplier<T> work) {
                ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
                    Thread thread = new Thread(task, "progress");
                    thread.setDaemon(true);
                    return thread;
                });
                AtomicInteger seconds = new AtomicInteger();
                ScheduledFuture<?> ticks = timer.scheduleAtFixedRate(
                        () -> terminal.print("\r%s ... %s s".formatted(what, seconds.incrementAndGet())),
                        1,
                        1,
                        TimeUnit.SECONDS);
                try {
                    return work.get();
                } finally {
                    ticks.cancel(false);
                    timer.shutdown();
                    erase(timer, terminal, seconds.get() == 0 ? 0 : what.length());
                }
            }
        };
    }

    private static void erase(ScheduledExecutorService timer, PrintStream terminal, int length) {
        try {
            boolean isQuiet = timer.awaitTermination(1, TimeUnit.SECONDS);
            if (isQuiet && length > 0) {
                terminal.print("\r%s\r".formatted(" ".repeat(length + " ... 9999 s".length())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
