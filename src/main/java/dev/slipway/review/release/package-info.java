/** Versions of Kubernetes: what each serves, and how long EKS supports it. */
@NullMarked
package dev.slipway.review.release;

import org.jspecify.annotations.NullMarked;
