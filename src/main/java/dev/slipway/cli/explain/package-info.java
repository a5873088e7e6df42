/** {@code slipway explain}. */
@NullMarked
package dev.slipway.cli.explain;

import org.jspecify.annotations.NullMarked;
