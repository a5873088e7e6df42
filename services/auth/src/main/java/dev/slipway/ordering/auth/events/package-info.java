/** What user publishes. */
@NullMarked
package dev.slipway.ordering.auth.events;

import org.jspecify.annotations.NullMarked;
