/** What is to be told, and the telling: tried until it is done. */
@NullMarked
package dev.slipway.ordering.notification.delivery;

import org.jspecify.annotations.NullMarked;
