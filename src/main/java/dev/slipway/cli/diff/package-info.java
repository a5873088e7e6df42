/** {@code slipway diff}. */
@NullMarked
package dev.slipway.cli.diff;

import org.jspecify.annotations.NullMarked;
