/** The provider over HTTP. */
@NullMarked
package dev.slipway.ordering.payment.provider.http;

import org.jspecify.annotations.NullMarked;
