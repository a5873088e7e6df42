@NullMarked
package dev.slipway.ordering.laptop.shop;

import org.jspecify.annotations.NullMarked;
