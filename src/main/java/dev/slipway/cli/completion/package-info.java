/** {@code slipway completion}: the command completed by the shell. */
@NullMarked
package dev.slipway.cli.completion;

import org.jspecify.annotations.NullMarked;
