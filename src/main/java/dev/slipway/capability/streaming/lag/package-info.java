/** Scaling of consumers by how far they lag behind. */
@NullMarked
package dev.slipway.capability.streaming.lag;

import org.jspecify.annotations.NullMarked;
