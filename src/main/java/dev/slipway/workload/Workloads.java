package dev.slipway.workload;

import dev.slipway.render.kubernetes.Manifests;

/** Everything in the cluster that follows from the plan of each service. */
public final class Workloads {
    private Workloads() {}

    /** Adds the objects of every service, and the namespace that they stand in. */
    public static void deploy(Manifests manifests) {
        manifests.platform();
    }
}
