/** Events that leave in the transaction of the change they tell of. */
@NullMarked
package dev.slipway.ordering.starter.outbox;

import org.jspecify.annotations.NullMarked;
