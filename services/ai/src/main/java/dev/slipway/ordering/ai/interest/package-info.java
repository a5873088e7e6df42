/** What users buy and look at, counted event by event. */
@NullMarked
package dev.slipway.ordering.ai.interest;

import org.jspecify.annotations.NullMarked;
