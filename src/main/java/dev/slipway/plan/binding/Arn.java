package dev.slipway.plan.binding;

import java.util.Optional;

/**
 * The name of an AWS resource that a grant reaches, of which one part may be known only when deployed.
 *
 * @param pattern the ARN, with {@value #HOLE} where the value of the parameter goes
 */
public record Arn(String pattern, Optional<Parameter> parameter) implements Comparable<Arn> {
    public static final String HOLE = "{}";

    public static Arn of(String arn) {
        return new Arn(arn, Optional.empty());
    }

    /** {@code Arn.of("arn:aws:kafka:eu-central-1:111122223333:topic/{}/order.placed", clusterPath)}. */
    public static Arn of(String pattern, Parameter parameter) {
        return new Arn(pattern, Optional.of(parameter));
    }

    @Override
    public int compareTo(Arn other) {
        return pattern.compareTo(other.pattern);
    }
}
