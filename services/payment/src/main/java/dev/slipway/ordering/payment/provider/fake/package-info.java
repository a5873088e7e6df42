/** A provider for laptops and tests, which moves no money and does as it is told. */
@NullMarked
package dev.slipway.ordering.payment.provider.fake;

import org.jspecify.annotations.NullMarked;
