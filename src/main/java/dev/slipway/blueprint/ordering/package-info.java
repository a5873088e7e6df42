/** The default platform: an event-driven ordering system. */
@NullMarked
package dev.slipway.blueprint.ordering;

import org.jspecify.annotations.NullMarked;
