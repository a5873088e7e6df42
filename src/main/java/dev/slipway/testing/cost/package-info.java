/** Assertions on what an environment costs. */
@NullMarked
package dev.slipway.testing.cost;

import org.jspecify.annotations.NullMarked;
