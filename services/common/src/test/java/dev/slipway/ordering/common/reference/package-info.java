@NullMarked
package dev.slipway.ordering.common.reference;

import org.jspecify.annotations.NullMarked;
