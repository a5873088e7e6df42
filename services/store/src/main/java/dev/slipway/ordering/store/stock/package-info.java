/** Stock, and the orders that it is set aside for. */
@NullMarked
package dev.slipway.ordering.store.stock;

import org.jspecify.annotations.NullMarked;
