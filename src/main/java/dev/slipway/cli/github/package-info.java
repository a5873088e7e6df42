/** {@code slipway github}. */
@NullMarked
package dev.slipway.cli.github;

import org.jspecify.annotations.NullMarked;
