@NullMarked
package dev.slipway.ordering.checks;

import org.jspecify.annotations.NullMarked;
