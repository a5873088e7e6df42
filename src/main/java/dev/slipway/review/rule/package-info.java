/** Rules over everything that was rendered: built in, or of the user's own. */
@NullMarked
package dev.slipway.review.rule;

import org.jspecify.annotations.NullMarked;
