/** What is wrong with a platform, as values. */
@NullMarked
package dev.slipway.plan.problem;

import org.jspecify.annotations.NullMarked;
