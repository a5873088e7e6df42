/** Who may do more than the declared, and who may become whom. */
@NullMarked
package dev.slipway.review.practice.access;

import org.jspecify.annotations.NullMarked;
