package dev.slipway.testing.failure;

import dev.slipway.review.workload.EnvironmentVariable;
import java.util.Optional;

/** An environment variable has its value from elsewhere. */
public final class ShouldComeFrom {
    private ShouldComeFrom() {}

    /** The failure: the variable, whose it is, and from where it must have its value. */
    public static Failure shouldComeFrom(
            String owner, EnvironmentVariable variable, Object expected, Optional<String> declared) {
        return Failure.expecting("variable %s of %s".formatted(variable.name(), owner))
                .line("to come from")
                .value(expected.toString())
                .line("but it comes from")
                .value(variable.source().toString())
                .declared(declared);
    }
}
