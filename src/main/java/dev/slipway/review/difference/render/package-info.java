/** A difference for a terminal, for a comment, and for programs. */
@NullMarked
package dev.slipway.review.difference.render;

import org.jspecify.annotations.NullMarked;
