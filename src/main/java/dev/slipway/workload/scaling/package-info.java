/** How many replicas of a service there are, and how large. */
@NullMarked
package dev.slipway.workload.scaling;

import org.jspecify.annotations.NullMarked;
