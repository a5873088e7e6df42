/** Buckets of objects. */
@NullMarked
package dev.slipway.capability.storage;

import org.jspecify.annotations.NullMarked;
