/** Golden files: what was rendered, without noise, factored so that one change touches few lines. */
@NullMarked
package dev.slipway.testing.golden;

import org.jspecify.annotations.NullMarked;
