/** What stays when its stack is deleted, and what that is built on. */
@NullMarked
package dev.slipway.review.retention;

import org.jspecify.annotations.NullMarked;
