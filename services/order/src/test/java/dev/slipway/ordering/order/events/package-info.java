@NullMarked
package dev.slipway.ordering.order.events;

import org.jspecify.annotations.NullMarked;
