package dev.slipway.ordering.laptop.service;

import dev.slipway.ordering.laptop.process.LaptopProblem;
import dev.slipway.ordering.laptop.process.Parts;
import dev.slipway.ordering.laptop.process.Ports;
import dev.slipway.ordering.laptop.process.Processes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The services that run: those in this JVM, and those that were asked to run apart. */
public final class Services implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(120);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final long POLL_MILLIS = 50;
    private static final int OK = 200;

    private final List<Found> found;
    private final Parts running = Parts.together();
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();

    public Services(List<Found> found) {
        this.found = List.copyOf(found);
        found.forEach(service -> ports.put(service.name(), Ports.free()));
    }

    /** The port of each service, by its name. */
    public Map<String, Integer> ports() {
        return Map.copyOf(ports);
    }

    /** Starts all, as many at a time as there are processors; returns when each is ready. */
    public void start(Processes processes, Path home, Path logs, Values values, Set<String> apart) throws Exception {
        ExecutorService starters =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<?>> starts = new ArrayList<>();
            for (Found service : found) {
                Map<String, String> variables = values.of(service.contract(), port(service));
                starts.add(starters.submit(() -> running.start(() -> apart.contains(service.name())
                        ? new Supervised(
                                processes,
                                home,
                                service,
                                variables,
                                logs.resolve(service.name() + ".log").toFile())
                        : new Within(service, variables))));
            }
            for (Future<?> start : starts) {
                start.get();
            }
            for (Found service : found) {
                awaitReady(service);
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            starters.shutdownNow();
        }
    }

    private void awaitReady(Found service) throws InterruptedException {
        long end = System.nanoTime() + READY.toNanos();
        String last = "no answer";
        while (System.nanoTime() < end && !running.isClosed()) {
            try {
                HttpResponse<String> answer = http.send(readiness(service), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == OK) {
                    return;
                }
                last = answer.statusCode() + " " + answer.body();
            } catch (IOException e) {
                last = "no answer";
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new LaptopProblem("The service (%s) must be ready within %s s, and %s says: %s"
                .formatted(service.name(), READY.toSeconds(), service.contract().readiness(), last));
    }

    private HttpRequest readiness(Found service) {
        return HttpRequest.newBuilder(URI.create("http://%s:%s%s"
                        .formatted(
                                Ports.LOOPBACK,
                                port(service),
                                service.contract().readiness())))
                .timeout(ANSWER)
                .build();
    }

    private int port(Found service) {
        return java.util.Objects.requireNonNull(ports.get(service.name()));
    }

    @Override
    public void close() {
        running.close();
    }

    @Override
    public String toString() {
        return "services";
    }
}
