package dev.slipway.capability.cluster;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.check.Syntax;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Origin;
import dev.slipway.render.kubernetes.CustomObject;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.Metadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The node pools of a cluster in Auto Mode: https://docs.aws.amazon.com/eks/latest/userguide/create-node-pool.html. */
record NodePools(List<NodePool> pools) {
    /** Pools that Auto Mode makes and looks after itself. */
    private static final List<String> BUILT_IN = List.of("general-purpose", "system");

    /** The node class that comes with the built-in pools; its nodes stand where ours have to. */
    private static final Map<String, String> NODE_CLASS = nodeClass();

    /** The greatest weight that there is; built-in pools have none. */
    private static final int FIRST = 100;

    /** As the built-in pools: any of these categories, but not what AWS has replaced long ago. */
    private static final List<String> CATEGORIES = List.of("c", "m", "r");

    private static final String OLDEST_GENERATION = "4";

    /** As the built-in pools: two weeks, so that a node is never without patches for long. */
    private static final String EXPIRE_AFTER = "336h";

    private static final String LONGEST_DRAIN = "24h0m0s";

    Stream<Problem> check(Origin origin) {
        return IntStream.range(0, pools.size()).boxed().flatMap(i -> {
            NodePool pool = pools.get(i);
            boolean isTaken = BUILT_IN.contains(pool.name())
                    || pools.subList(0, i).stream()
                            .anyMatch(earlier -> earlier.name().equals(pool.name()));
            Stream.Builder<Problem> problems = Stream.builder();
            if (!Syntax.isDnsLabel(pool.name())) {
                problems.add(error(
                        "cluster/node-pool",
                        origin,
                        "The name (%s) of a node pool must be %s.".formatted(pool.name(), Syntax.DNS_LABEL_RULE),
                        "write it as NodePool.spot(\"stateless\")."));
            }
            if (isTaken) {
                problems.add(error(
                        "cluster/node-pool",
                        origin,
                        "The name (%s) of a node pool is taken; it must differ from that of every other and from those built in (%s)."
                                .formatted(pool.name(), String.join(", ", BUILT_IN)),
                        "give it another, such as NodePool.spot(\"stateless\")."));
            }
            if (pool.cores() < 1) {
                problems.add(error(
                        "cluster/node-pool-cores",
                        origin,
                        "The cores (%s) of node pool %s must be at least 1.".formatted(pool.cores(), pool.name()),
                        "write it as .cores(%s).".formatted(NodePool.DEFAULT_CORES)));
            }
            return problems.build();
        });
    }

    void deploy(Manifests manifests) {
        for (int i = 0; i < pools.size(); i++) {
            CustomObject.add(
                    manifests.platform(),
                    "karpenter.sh/v1",
                    "NodePool",
                    Metadata.clusterWide(manifests.place(), pools.get(i).name()),
                    spec(pools.get(i), FIRST - i));
        }
    }

    private static Map<String, Object> spec(NodePool pool, int weight) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("template", Map.of("spec", template(pool)));
        spec.put("limits", Map.of("cpu", String.valueOf(pool.cores())));
        spec.put("disruption", disruption());
        spec.put("weight", weight);
        return spec;
    }

    private static Map<String, Object> template(NodePool pool) {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("nodeClassRef", NODE_CLASS);
        template.put(
                "requirements",
                List.of(
                        requirement(
                                "karpenter.sh/capacity-type",
                                "In",
                                List.of(pool.capacity().value())),
                        requirement(
                                "kubernetes.io/arch",
                                "In",
                                List.of(pool.architecture().value())),
                        requirement("kubernetes.io/os", "In", List.of("linux")),
                        requirement("eks.amazonaws.com/instance-category", "In", CATEGORIES),
                        requirement("eks.amazonaws.com/instance-generation", "Gt", List.of(OLDEST_GENERATION))));
        template.put("expireAfter", EXPIRE_AFTER);
        template.put("terminationGracePeriod", LONGEST_DRAIN);
        return template;
    }

    private static Map<String, Object> requirement(String key, String operator, List<String> values) {
        Map<String, Object> requirement = new LinkedHashMap<>();
        requirement.put("key", key);
        requirement.put("operator", operator);
        requirement.put("values", values);
        return requirement;
    }

    /** Moves pods together as soon as a node is not worth its price, one node in ten at a time. */
    private static Map<String, Object> disruption() {
        Map<String, Object> disruption = new LinkedHashMap<>();
        disruption.put("consolidationPolicy", "WhenEmptyOrUnderutilized");
        disruption.put("consolidateAfter", "1m");
        disruption.put("budgets", List.of(Map.of("nodes", "10%")));
        return disruption;
    }

    private static Map<String, String> nodeClass() {
        Map<String, String> reference = new LinkedHashMap<>();
        reference.put("group", "eks.amazonaws.com");
        reference.put("kind", "NodeClass");
        reference.put("name", "default");
        return reference;
    }
}
