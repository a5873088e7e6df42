@NullMarked
package dev.slipway.ordering.ai.recommendation;

import org.jspecify.annotations.NullMarked;
