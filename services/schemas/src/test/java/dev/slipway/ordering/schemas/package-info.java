@NullMarked
package dev.slipway.ordering.schemas;

import org.jspecify.annotations.NullMarked;
