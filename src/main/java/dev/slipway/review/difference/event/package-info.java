/** What becomes of topics, of who publishes and consumes them, and of the schemas of their events. */
@NullMarked
package dev.slipway.review.difference.event;

import org.jspecify.annotations.NullMarked;
