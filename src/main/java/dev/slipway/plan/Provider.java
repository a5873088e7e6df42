package dev.slipway.plan;

import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.platform.Need;

/**
 * Meets one family of needs in an environment. It may also have a second face that contributes AWS or in-cluster
 * resources; one that has none adopts what already exists.
 *
 * <pre>{@code
 * public record Sqs(Origin origin) implements Provider<QueueNeed>, ProvisionsOnAws { ... }
 * }</pre>
 */
public interface Provider<N extends Need> extends Planned {
    /** The family that it meets. */
    Class<N> meets();

    /** What a need becomes. Called only where no check found an error. */
    Binding bind(Claim<? extends N> claim, Place place);

    /** Providers of one family are alternatives. */
    @Override
    default Class<?> kind() {
        return meets();
    }
}
