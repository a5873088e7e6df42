/** How a service starts, and which topics it has. */
@NullMarked
package dev.slipway.ordering.starter.configuration;

import org.jspecify.annotations.NullMarked;
