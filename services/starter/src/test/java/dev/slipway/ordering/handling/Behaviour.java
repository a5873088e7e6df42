package dev.slipway.ordering.handling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.MDC;

/** How the handler of the sample behaves for a key, and when it was asked. */
final class Behaviour {
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final Map<String, Duration> pauses = new ConcurrentHashMap<>();
    private final Map<String, List<Long>> tries = new ConcurrentHashMap<>();

    private final Map<String, String> traces = new ConcurrentHashMap<>();

    /** The trace that would stand in the log of whoever works on the subject. */
    Optional<String> trace(UUID subject) {
        return Optional.ofNullable(traces.get(subject.toString()));
    }

    void fails(UUID subject, int times) {
        failures.put(subject.toString(), times);
    }

    void takes(UUID subject, Duration time) {
        pauses.put(subject.toString(), time);
    }

    int tries(UUID subject) {
        return tries.getOrDefault(subject.toString(), List.of()).size();
    }

    /** The milliseconds between one try and the next. */
    List<Long> pauses(UUID subject) {
        List<Long> at = tries.getOrDefault(subject.toString(), List.of());
        List<Long> pauses = new ArrayList<>();
        for (int i = 1; i < at.size(); i++) {
            pauses.add((at.get(i) - at.get(i - 1)) / 1_000_000);
        }
        return pauses;
    }

    Duration before(String subject) {
        tries.computeIfAbsent(subject, key -> new CopyOnWriteArrayList<>()).add(System.nanoTime());
        Optional.ofNullable(MDC.get("traceId")).ifPresent(trace -> traces.put(subject, trace));
        Duration pause = pauses.getOrDefault(subject, Duration.ZERO);
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
        if (failures.merge(subject, -1, Integer::sum) >= 0) {
            throw new IllegalStateException("Told to fail");
        }
        return pause;
    }
}
