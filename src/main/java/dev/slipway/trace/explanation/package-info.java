/** A whole service, explained: everything that it has become, and why. */
@NullMarked
package dev.slipway.trace.explanation;

import org.jspecify.annotations.NullMarked;
