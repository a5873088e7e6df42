/** A difference as sections of lines, before anybody decides how they look. */
@NullMarked
package dev.slipway.review.difference.report;

import org.jspecify.annotations.NullMarked;
