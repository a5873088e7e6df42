/** Permissions of IAM that widened or narrowed: roles, who may become them, and policies of resources. */
@NullMarked
package dev.slipway.review.difference.permission;

import org.jspecify.annotations.NullMarked;
