/** Consumers: batches, retries, dead letters and their replay. */
@NullMarked
package dev.slipway.ordering.starter.kafka;

import org.jspecify.annotations.NullMarked;
