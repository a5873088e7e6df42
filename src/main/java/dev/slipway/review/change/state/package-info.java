/** What a change does to what cannot be made again. */
@NullMarked
package dev.slipway.review.change.state;

import org.jspecify.annotations.NullMarked;
