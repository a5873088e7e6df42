/** The way in: from a platform to its plan, its files, or a snapshot of them. */
@NullMarked
package dev.slipway;

import org.jspecify.annotations.NullMarked;
