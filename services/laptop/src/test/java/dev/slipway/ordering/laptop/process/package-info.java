@NullMarked
package dev.slipway.ordering.laptop.process;

import org.jspecify.annotations.NullMarked;
