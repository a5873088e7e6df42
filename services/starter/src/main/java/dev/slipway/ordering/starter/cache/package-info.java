/** A cache that may be away. */
@NullMarked
package dev.slipway.ordering.starter.cache;

import org.jspecify.annotations.NullMarked;
