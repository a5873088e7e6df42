/** Each event takes effect once. */
@NullMarked
package dev.slipway.ordering.starter.inbox;

import org.jspecify.annotations.NullMarked;
