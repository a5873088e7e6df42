/** What a month costs of everything rendered, and what a change does to it. */
@NullMarked
package dev.slipway.review.cost;

import org.jspecify.annotations.NullMarked;
