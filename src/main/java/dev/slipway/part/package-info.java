/** Parts of a platform in an app or a chart of one's own. */
@NullMarked
package dev.slipway.part;

import org.jspecify.annotations.NullMarked;
