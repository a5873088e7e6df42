@NullMarked
package dev.slipway.ordering.handling;

import org.jspecify.annotations.NullMarked;
