/** The command line, {@code slipway}: what people type, and the project that it starts for them. */
@NullMarked
package dev.slipway.cli;

import org.jspecify.annotations.NullMarked;
