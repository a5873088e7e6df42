/** What an environment may cost. */
@NullMarked
package dev.slipway.capability.budget;

import org.jspecify.annotations.NullMarked;
