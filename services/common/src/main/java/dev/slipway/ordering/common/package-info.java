/** The service common. */
@NullMarked
package dev.slipway.ordering.common;

import org.jspecify.annotations.NullMarked;
