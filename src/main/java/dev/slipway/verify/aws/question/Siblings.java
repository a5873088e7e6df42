package dev.slipway.verify.aws.question;

import dev.slipway.review.Tree;
import java.util.stream.Stream;

/** The resources of the same stack, with what their properties came to: some of them add to others. */
public interface Siblings {
    /** The properties of each resource of a type. */
    Stream<Tree> properties(String type);

    /** The physical ids of the resources of a type, beside their properties. */
    Stream<Known> known(String type);

    /** Of the resource that is asked about. */
    String id();

    /** A resource: its physical id, and its properties as far as they are known. */
    record Known(String id, Tree properties) {}
}
