package dev.slipway.review.cost.meter;

import dev.slipway.review.Resource;
import dev.slipway.review.cost.usage.Usage;
import java.util.stream.Stream;

/** What is paid for a resource of one type. */
@FunctionalInterface
interface Meter {
    Stream<Quantity> of(Resource resource, Usage usage);
}
