@NullMarked
package dev.slipway.ordering.laptop.door;

import org.jspecify.annotations.NullMarked;
