/** The service payment. */
@NullMarked
package dev.slipway.ordering.payment;

import org.jspecify.annotations.NullMarked;
