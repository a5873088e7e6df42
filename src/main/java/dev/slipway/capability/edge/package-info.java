/** Routes from the internet to services. */
@NullMarked
package dev.slipway.capability.edge;

import org.jspecify.annotations.NullMarked;
