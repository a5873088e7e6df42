/** What holds neither on AWS nor in the cluster alone, but only between them. */
@NullMarked
package dev.slipway.review.across;

import org.jspecify.annotations.NullMarked;
