@NullMarked
package dev.slipway.ordering.laptop;

import org.jspecify.annotations.NullMarked;
