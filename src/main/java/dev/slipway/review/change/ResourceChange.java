package dev.slipway.review.change;

import dev.slipway.review.Resource;
import java.util.List;
import java.util.Optional;

/**
 * What happens to an AWS resource.
 *
 * @param stack {@code prod/streaming}; of a resource that moved, the stack it is in now
 * @param id logical id; of a resource that has another now, that one
 * @param properties what differs; none for what was added or removed
 * @param isStateful whether it holds what cannot be made again from the model
 * @param retention what becomes of it when it is removed or replaced
 */
public record ResourceChange(
        String stack,
        String id,
        String type,
        Kind kind,
        List<PropertyChange> properties,
        boolean isStateful,
        Retention retention,
        Optional<Resource> before,
        Optional<Resource> after) {

    public ResourceChange {
        properties = List.copyOf(properties);
    }

    /** {@code prod}. */
    public String stage() {
        return stack.split("/", 2)[0];
    }

    /** {@code AWS::MSK::Topic Ordering1A in prod/streaming}. */
    @Override
    public String toString() {
        return "%s %s in %s".formatted(type, id, stack);
    }
}
