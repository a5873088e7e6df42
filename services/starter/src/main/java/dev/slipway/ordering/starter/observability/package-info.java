/** Traces that go through topics, and the metrics of events. */
@NullMarked
package dev.slipway.ordering.starter.observability;

import org.jspecify.annotations.NullMarked;
