/** Who can reach whom, read from network policies and routes as the cluster enforces them. */
@NullMarked
package dev.slipway.review.network;

import org.jspecify.annotations.NullMarked;
