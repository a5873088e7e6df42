/** What runs in a cluster, read from the manifests: pods, their containers, and where their variables come from. */
@NullMarked
package dev.slipway.review.workload;

import org.jspecify.annotations.NullMarked;
