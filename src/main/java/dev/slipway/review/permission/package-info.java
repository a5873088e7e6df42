/** Who may do what, read from the IAM policies in the templates. */
@NullMarked
package dev.slipway.review.permission;

import org.jspecify.annotations.NullMarked;
