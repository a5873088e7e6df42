/** Processes that end with this one, however it ends. */
@NullMarked
package dev.slipway.ordering.laptop.process;

import org.jspecify.annotations.NullMarked;
