@NullMarked
package dev.slipway.ordering.laptop.part;

import org.jspecify.annotations.NullMarked;
