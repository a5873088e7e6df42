/** What AWS asks for a unit of something, each price with the place and the day where it was read. */
@NullMarked
package dev.slipway.review.cost.price;

import org.jspecify.annotations.NullMarked;
