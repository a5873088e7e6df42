package dev.slipway.workload.space;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cdk8s.plus34.k8s.Quantity;

/**
 * CPU and memory.
 *
 * @param milliCpu thousandths of a core
 * @param bytes of memory
 */
record Amount(long milliCpu, long bytes) {
    static final Amount NONE = new Amount(0, 0);

    private static final long MEBIBYTE = 1L << 20;
    private static final long GIBIBYTE = 1L << 30;

    /** Of the {@code requests} or {@code limits} of a container; what they do not say is nothing. */
    static Amount of(Object resources) {
        return new Amount(
                Quantities.thousandths(Fields.text(resources, "cpu")),
                Quantities.whole(Fields.text(resources, "memory")));
    }

    static Amount of(int milliCpu, int mebibytes) {
        return new Amount(milliCpu, mebibytes * MEBIBYTE);
    }

    Amount plus(Amount other) {
        return new Amount(milliCpu + other.milliCpu, bytes + other.bytes);
    }

    Amount times(long number) {
        return new Amount(milliCpu * number, bytes * number);
    }

    Amount max(Amount other) {
        return new Amount(Math.max(milliCpu, other.milliCpu), Math.max(bytes, other.bytes));
    }

    /** As Kubernetes would write it. */
    Map<String, Quantity> quantities(String prefix) {
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        quantities.put(prefix + "cpu", Quantity.fromString(milliCpu + "m"));
        quantities.put(prefix + "memory", Quantity.fromString(memory()));
        return quantities;
    }

    private String memory() {
        if (bytes % GIBIBYTE == 0) {
            return bytes / GIBIBYTE + "Gi";
        }
        return (bytes + MEBIBYTE - 1) / MEBIBYTE + "Mi";
    }
}
