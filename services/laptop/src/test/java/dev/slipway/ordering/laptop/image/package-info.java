@NullMarked
package dev.slipway.ordering.laptop.image;

import org.jspecify.annotations.NullMarked;
