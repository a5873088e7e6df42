/** Caches. */
@NullMarked
package dev.slipway.capability.cache;

import org.jspecify.annotations.NullMarked;
