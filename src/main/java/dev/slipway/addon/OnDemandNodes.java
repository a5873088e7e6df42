package dev.slipway.addon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nodes of {@code eksNodeGroups()} that AWS does not take back: there runs what keeps the cluster going. */
final class OnDemandNodes {
    /** EKS labels each node so. */
    static final Map<String, String> SELECTOR = Map.of("eks.amazonaws.com/capacityType", "ON_DEMAND");

    /** The taint that has others stay away. */
    static final List<Map<String, String>> TOLERATIONS = List.of(toleration());

    private OnDemandNodes() {}

    private static Map<String, String> toleration() {
        Map<String, String> toleration = new LinkedHashMap<>();
        toleration.put("key", "CriticalAddonsOnly");
        toleration.put("operator", "Exists");
        return toleration;
    }
}
