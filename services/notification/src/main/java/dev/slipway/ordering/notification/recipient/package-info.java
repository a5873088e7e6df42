/** Whom mail reaches where. */
@NullMarked
package dev.slipway.ordering.notification.recipient;

import org.jspecify.annotations.NullMarked;
