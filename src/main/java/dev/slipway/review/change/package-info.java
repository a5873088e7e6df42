/** What it means that a snapshot follows another: what a cluster would refuse to change. */
@NullMarked
package dev.slipway.review.change;

import org.jspecify.annotations.NullMarked;
