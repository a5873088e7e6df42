/** Which fields the kinds of Kubernetes have. */
@NullMarked
package dev.slipway.review.manifest.kind;

import org.jspecify.annotations.NullMarked;
