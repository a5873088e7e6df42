/** Pictures of what runs in an environment, and of what changes there. */
@NullMarked
package dev.slipway.review.graph;

import org.jspecify.annotations.NullMarked;
