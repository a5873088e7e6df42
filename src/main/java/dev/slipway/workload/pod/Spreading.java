package dev.slipway.workload.pod;

import dev.slipway.workload.subject.Subject;
import java.util.List;
import org.cdk8s.plus34.k8s.TopologySpreadConstraint;

/**
 * Spreads the replicas of a service over zones, then nodes, as far as there are any. A wish, not a condition: when a zone
 * is lost its replicas have to start in the others, which a condition would forbid just then. What provisions nodes for
 * EKS Auto Mode takes wishes for conditions as long as it can meet them.
 */
final class Spreading {
    private static final List<String> TOPOLOGIES = List.of("topology.kubernetes.io/zone", "kubernetes.io/hostname");

    /** Each revision is spread by itself: replicas on their way out do not count. */
    private static final List<String> REVISION = List.of("pod-template-hash");

    private static final List<String> STATEFUL_REVISION = List.of("controller-revision-hash");

    private Spreading() {}

    static List<TopologySpreadConstraint> of(Subject subject) {
        return TOPOLOGIES.stream()
                .map(topology -> TopologySpreadConstraint.builder()
                        .maxSkew(1)
                        .topologyKey(topology)
                        .whenUnsatisfiable("ScheduleAnyway")
                        .labelSelector(subject.selector())
                        .matchLabelKeys(subject.plan().isStateful() ? STATEFUL_REVISION : REVISION)
                        .build())
                .toList();
    }
}
