@NullMarked
package dev.slipway.ordering.store.stock;

import org.jspecify.annotations.NullMarked;
