package dev.slipway.platform;

/**
 * Between how many replicas each server and worker is scaled, and at which use.
 *
 * @param cpuPercent average use of the requested CPU that is aimed at
 * @param memoryPercent average use of the memory limit that is aimed at
 */
@Declares
public record Autoscaling(int min, int max, int cpuPercent, int memoryPercent, Origin origin) implements Choice {
    /** Leaves a third of the requested CPU for the minute until a new replica is ready. */
    public static final int DEFAULT_CPU_PERCENT = 70;

    /** Above what a warm Java service keeps with the heap it is given, so that the number can come down again. */
    public static final int DEFAULT_MEMORY_PERCENT = 85;

    /** Scales on CPU and memory: {@code autoscale(3, 10)}. */
    public static Autoscaling autoscale(int min, int max) {
        return new Autoscaling(min, max, DEFAULT_CPU_PERCENT, DEFAULT_MEMORY_PERCENT, Origin.here());
    }

    /** The same bounds with other targets, in percent. */
    public Autoscaling targets(int cpu, int memory) {
        return new Autoscaling(min, max, cpu, memory, origin);
    }
}
