package dev.slipway.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;

/** Prints how long each of several steps took: a line with name and milliseconds, and one with those of the processor. */
public final class Laps {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private long last = System.nanoTime();
    private long lastCpu = cpu();

    public void lap(String step) {
        long now = System.nanoTime();
        long cpu = cpu();
        print(step, (now - last) / NANOS_PER_MILLI);
        print(step + ", processor", cpu - lastCpu);
        last = System.nanoTime();
        lastCpu = cpu;
    }

    /** Milliseconds of the processor in this process and in that of Node: others may be busy on the machine. */
    private static long cpu() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / NANOS_PER_MILLI
                + children()
                        .mapToLong(child -> child.info()
                                .totalCpuDuration()
                                .map(Duration::toMillis)
                                .orElse(0L))
                        .sum();
    }

    private static Stream<ProcessHandle> children() {
        return ProcessHandle.current().descendants();
    }

    public static void print(String name, long number) {
        System.out.println(name + "\t" + number);
    }
}
