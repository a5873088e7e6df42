/** {@code slipway graph}. */
@NullMarked
package dev.slipway.cli.graph;

import org.jspecify.annotations.NullMarked;
