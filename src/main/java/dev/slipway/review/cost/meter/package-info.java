/** What of everything rendered is paid for, and in which quantity. */
@NullMarked
package dev.slipway.review.cost.meter;

import org.jspecify.annotations.NullMarked;
