/** Secrets of a service, each for one purpose, whose values no file holds. */
@NullMarked
package dev.slipway.capability.secrets;

import org.jspecify.annotations.NullMarked;
