/** The service ai. */
@NullMarked
package dev.slipway.ordering.ai;

import org.jspecify.annotations.NullMarked;
