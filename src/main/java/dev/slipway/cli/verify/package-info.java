/** {@code slipway verify}. */
@NullMarked
package dev.slipway.cli.verify;

import org.jspecify.annotations.NullMarked;
