package dev.slipway.review.change;

import dev.slipway.review.Tree;
import dev.slipway.review.specification.Replacement;

/**
 * A property of a resource that differs, or an attribute beside the properties, such as {@code DeletionPolicy}.
 *
 * @param path from the properties on: {@code BrokerNodeGroupInfo.ClientSubnets[0]}, {@code Tags[owner].Value}
 * @param before with parameters resolved; {@link Tree#NOTHING} where it was added
 * @param after the same; {@link Tree#NOTHING} where it was removed; equal to {@code before} where what it refers to is replaced
 */
public record PropertyChange(String path, Tree before, Tree after, Replacement replacement) {
    /** Path of a change that gives a resource another logical id, or moves it to another stack. */
    public static final String LOGICAL_ID = "LogicalId";

    /** Whether the value is the same and the resource that it names is another. */
    public boolean isByReference() {
        return before.equals(after);
    }

    /** Whether it is the logical id or the stack that is another. */
    public boolean isOfIdentity() {
        return path.equals(LOGICAL_ID);
    }
}
