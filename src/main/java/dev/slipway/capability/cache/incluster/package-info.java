/** Caches in the cluster itself. */
@NullMarked
package dev.slipway.capability.cache.incluster;

import org.jspecify.annotations.NullMarked;
