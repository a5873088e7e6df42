/** When somebody should look at a cluster on MSK. */
@NullMarked
package dev.slipway.capability.streaming.msk.operation;

import org.jspecify.annotations.NullMarked;
