/** What the tests of the services run on: embedded parts, tokens and events. */
@NullMarked
package dev.slipway.ordering.testing;

import org.jspecify.annotations.NullMarked;
