@NullMarked
package dev.slipway.ordering.order.api;

import org.jspecify.annotations.NullMarked;
