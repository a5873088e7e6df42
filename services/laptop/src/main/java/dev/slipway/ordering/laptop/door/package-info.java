/** The one address of all services. */
@NullMarked
package dev.slipway.ordering.laptop.door;

import org.jspecify.annotations.NullMarked;
