/** How much an environment is used, where its bill depends on that. */
@NullMarked
package dev.slipway.review.cost.usage;

import org.jspecify.annotations.NullMarked;
