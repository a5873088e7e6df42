/** What runs in an environment and what links it, read back from what was rendered. */
@NullMarked
package dev.slipway.review.topology;

import org.jspecify.annotations.NullMarked;
