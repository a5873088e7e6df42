/** The service store. */
@NullMarked
package dev.slipway.ordering.store;

import org.jspecify.annotations.NullMarked;
