/** The envelope of events: CloudEvents 1.0, JSON, structured. */
@NullMarked
package dev.slipway.ordering.starter.event;

import org.jspecify.annotations.NullMarked;
