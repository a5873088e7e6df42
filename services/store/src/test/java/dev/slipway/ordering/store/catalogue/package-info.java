@NullMarked
package dev.slipway.ordering.store.catalogue;

import org.jspecify.annotations.NullMarked;
