/** Protections that were taken away or put up: of data, of transport, of pods. */
@NullMarked
package dev.slipway.review.difference.guard;

import org.jspecify.annotations.NullMarked;
