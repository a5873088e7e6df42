/** What may be done or reached that could not before, or no longer can. */
@NullMarked
package dev.slipway.review.difference.shift;

import org.jspecify.annotations.NullMarked;
