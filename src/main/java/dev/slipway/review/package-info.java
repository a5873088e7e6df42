/** What was rendered, as an immutable snapshot of plain trees. */
@NullMarked
package dev.slipway.review;

import org.jspecify.annotations.NullMarked;
