package dev.slipway.addon;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the pods of an add-on ask for. Memory is bounded by the same amount, twice; cores are not, as idle ones are free. */
final class Requests {
    private static final int HEADROOM = 2;

    private Requests() {}

    /** As Kubernetes writes them, memory in MiB: {@code of("25m", "128Mi")}. */
    static Map<String, Object> of(String cpu, String memory) {
        int mebibytes = Integer.parseInt(memory.replace("Mi", ""));
        Map<String, String> requests = new LinkedHashMap<>();
        requests.put("cpu", cpu);
        requests.put("memory", memory);
        Map<String, Object> resources = new LinkedHashMap<>();
        resources.put("requests", requests);
        resources.put("limits", Map.of("memory", HEADROOM * mebibytes + "Mi"));
        return resources;
    }
}
