/** Payments, each taken once and given back once. */
@NullMarked
package dev.slipway.ordering.payment.ledger;

import org.jspecify.annotations.NullMarked;
