/** Permissions within a cluster that widened or narrowed. */
@NullMarked
package dev.slipway.review.difference.rbac;

import org.jspecify.annotations.NullMarked;
