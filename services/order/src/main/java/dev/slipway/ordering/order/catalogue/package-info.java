/** The copy of the products that orders are priced by. */
@NullMarked
package dev.slipway.ordering.order.catalogue;

import org.jspecify.annotations.NullMarked;
