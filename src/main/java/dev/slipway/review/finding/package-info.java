/** What is wrong with what was rendered, as values. */
@NullMarked
package dev.slipway.review.finding;

import org.jspecify.annotations.NullMarked;
