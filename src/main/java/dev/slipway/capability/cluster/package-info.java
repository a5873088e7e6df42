/** Kubernetes clusters. */
@NullMarked
package dev.slipway.capability.cluster;

import org.jspecify.annotations.NullMarked;
