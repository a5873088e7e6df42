@NullMarked
package dev.slipway.ordering.sample;

import org.jspecify.annotations.NullMarked;
