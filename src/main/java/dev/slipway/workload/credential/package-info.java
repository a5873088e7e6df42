/** Secrets that are made in the cluster, where no store outside it holds them. */
@NullMarked
package dev.slipway.workload.credential;

import org.jspecify.annotations.NullMarked;
