/** Reference data: entries, how they change, and how they are read. */
@NullMarked
package dev.slipway.ordering.common.reference;

import org.jspecify.annotations.NullMarked;
