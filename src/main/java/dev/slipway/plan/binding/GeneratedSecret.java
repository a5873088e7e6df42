package dev.slipway.plan.binding;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Secret that is made in the cluster, of random values that nobody is told, unless it is there already.
 *
 * <pre>{@code
 * new GeneratedSecret("order.kafka.user", Map.of("username", "order"), List.of("password"), "streaming cluster")
 * }</pre>
 *
 * @param name of the Secret, in the namespace of the environment: {@code order.kafka.user}. Its dots keep it apart from what
 *     is named after a service or task alone
 * @param known by key, what is no secret in it
 * @param random keys whose values are made when it is
 * @param reason the need, in a reader's words
 */
public record GeneratedSecret(String name, Map<String, String> known, List<String> random, String reason) {
    public GeneratedSecret {
        known = Collections.unmodifiableMap(new TreeMap<>(known));
        random = List.copyOf(random);
    }

    /** A variable with the value of one of its keys. */
    public Variable variable(String variable, String key) {
        return Variable.fromCluster(variable, name, key, reason);
    }
}
