/** An estimate as people and programs read it. */
@NullMarked
package dev.slipway.review.cost.report;

import org.jspecify.annotations.NullMarked;
