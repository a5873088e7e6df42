/** The command {@code slipway cost}. */
@NullMarked
package dev.slipway.cli.cost;

import org.jspecify.annotations.NullMarked;
