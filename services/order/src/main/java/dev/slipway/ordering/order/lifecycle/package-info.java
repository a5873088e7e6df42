/** An order and the saga that leads it. */
@NullMarked
package dev.slipway.ordering.order.lifecycle;

import org.jspecify.annotations.NullMarked;
