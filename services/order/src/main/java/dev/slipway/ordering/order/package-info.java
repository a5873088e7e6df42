/** The service order. */
@NullMarked
package dev.slipway.ordering.order;

import org.jspecify.annotations.NullMarked;
