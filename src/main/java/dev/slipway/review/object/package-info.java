/** Kubernetes objects of one environment, and how to find them. */
@NullMarked
package dev.slipway.review.object;

import org.jspecify.annotations.NullMarked;
