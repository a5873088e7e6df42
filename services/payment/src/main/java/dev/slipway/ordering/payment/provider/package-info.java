/** The port to whoever moves the money. */
@NullMarked
package dev.slipway.ordering.payment.provider;

import org.jspecify.annotations.NullMarked;
