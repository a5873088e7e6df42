package dev.slipway.plan;

import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import java.util.List;

/** A cluster of no kind. */
@Declares
record FakeCluster(String kubernetesVersion, List<NetworkEdge> necessities, Origin origin) implements Cluster {
    static FakeCluster cluster(NetworkEdge... necessities) {
        return new FakeCluster("1.36", List.of(necessities), Origin.here());
    }

    static FakeCluster ofVersion(String version) {
        return new FakeCluster(version, List.of(), Origin.here());
    }
}
