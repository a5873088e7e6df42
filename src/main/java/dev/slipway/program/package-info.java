/** A platform's program, run for what it declares. */
@NullMarked
package dev.slipway.program;

import org.jspecify.annotations.NullMarked;
