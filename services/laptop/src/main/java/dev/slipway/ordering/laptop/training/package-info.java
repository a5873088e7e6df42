/** What a JVM can know of a service before it starts, kept in the service's image. */
@NullMarked
package dev.slipway.ordering.laptop.training;

import org.jspecify.annotations.NullMarked;
