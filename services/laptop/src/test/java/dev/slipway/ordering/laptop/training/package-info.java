@NullMarked
package dev.slipway.ordering.laptop.training;

import org.jspecify.annotations.NullMarked;
