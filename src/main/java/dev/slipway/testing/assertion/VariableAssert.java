package dev.slipway.testing.assertion;

import dev.slipway.review.workload.EnvironmentVariable;
import dev.slipway.review.workload.EnvironmentVariable.ClusterSecret;
import dev.slipway.review.workload.EnvironmentVariable.Literal;
import dev.slipway.review.workload.EnvironmentVariable.Parameter;
import dev.slipway.review.workload.EnvironmentVariable.PodField;
import dev.slipway.review.workload.EnvironmentVariable.Secret;
import dev.slipway.review.workload.EnvironmentVariable.Source;
import dev.slipway.testing.failure.ShouldComeFrom;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Assertions on where an environment variable has its value from.
 *
 * <pre>{@code
 * container.variable("DATABASE_PASSWORD").comesFromSecret("ordering/prod/order/database", "password");
 * container.variable("DATABASE_HOST").comesFromParameter("/ordering/prod/database/endpoint");
 * }</pre>
 */
public final class VariableAssert extends SnapshotAssert<VariableAssert, EnvironmentVariable> {
    private final Object owner;
    private final Supplier<Optional<String>> declared;

    VariableAssert(Object owner, EnvironmentVariable actual, Supplier<Optional<String>> declared, Context context) {
        super(actual, VariableAssert.class, context);
        this.owner = owner;
        this.declared = declared;
    }

    /** Whether its value stands in the manifests, in the container or in a ConfigMap, and is this. */
    public VariableAssert is(String value) {
        return comesFrom(new Literal(value));
    }

    /** Whether it is fetched from a parameter of AWS Systems Manager. */
    public VariableAssert comesFromParameter(String name) {
        return comesFrom(new Parameter(name));
    }

    /** Whether it is fetched from a field of a secret of AWS Secrets Manager. */
    public VariableAssert comesFromSecret(String name, String property) {
        return comesFrom(new Secret(name, property));
    }

    /** Whether it comes from a Secret of the cluster that no ExternalSecret makes. */
    public VariableAssert comesFromClusterSecret(String name, String key) {
        return comesFrom(new ClusterSecret(name, key));
    }

    /** Whether it says something of the pod: {@code comesFromPod("status.podIP")}. */
    public VariableAssert comesFromPod(String path) {
        return comesFrom(new PodField(path));
    }

    /** Whether its value stands nowhere in the manifests, but in a secret in or outside the cluster. */
    public VariableAssert isSecret() {
        Source source = actual.source();
        return check(
                source instanceof Secret || source instanceof ClusterSecret,
                () -> ShouldComeFrom.shouldComeFrom(owner.toString(), actual, "a secret", declared.get()));
    }

    private VariableAssert comesFrom(Source expected) {
        return check(
                actual.source().equals(expected),
                () -> ShouldComeFrom.shouldComeFrom(owner.toString(), actual, expected, declared.get()));
    }
}
