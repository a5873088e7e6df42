/** What the others publish. */
@NullMarked
package dev.slipway.ordering.notification.events;

import org.jspecify.annotations.NullMarked;
