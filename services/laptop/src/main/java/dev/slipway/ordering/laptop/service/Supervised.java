package dev.slipway.ordering.laptop.service;

import dev.slipway.ordering.laptop.process.Processes;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service in a process of its own that is started again whenever it ends, as a cluster would. */
final class Supervised implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Supervised.class);
    private static final long PAUSE_MILLIS = 500;

    private final Processes processes;
    private final List<String> command;
    private final String name;
    private final Map<String, String> variables;
    private final File log;
    private Process process;
    private boolean closed;

    Supervised(Processes processes, Path services, Found service, Map<String, String> variables, File log) {
        this.processes = processes;
        this.name = service.name();
        this.variables = variables;
        this.log = log;
        command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Dorg.springframework.boot.logging.LoggingSystem=none",
                "-cp",
                System.getProperty("java.class.path"),
                Apart.class.getName(),
                services.toString(),
                name);
        process = processes.startWithOnly(command, variables, log);
        Thread thread = new Thread(this::watch, "watches " + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (true) {
                int status = current().waitFor();
                Thread.sleep(PAUSE_MILLIS);
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    LOG.warn("{} ended with {} and is started again", name, status);
                    process = processes.startWithOnly(command, variables, log);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Process current() {
        return process;
    }

    @Override
    public void close() {
        Process last;
        synchronized (this) {
            closed = true;
            last = process;
        }
        Processes.stop(last);
    }

    @Override
    public String toString() {
        return name;
    }
}
