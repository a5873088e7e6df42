/** How the shape of an environment changes: its services, topics, stores and what links them. */
@NullMarked
package dev.slipway.review.difference.topology;

import org.jspecify.annotations.NullMarked;
