/** Paths of the network that opened or closed, on both planes. */
@NullMarked
package dev.slipway.review.difference.path;

import org.jspecify.annotations.NullMarked;
