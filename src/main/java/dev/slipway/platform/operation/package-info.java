/** How an environment is run: its limits, and the form of its files. */
@NullMarked
package dev.slipway.platform.operation;

import org.jspecify.annotations.NullMarked;
