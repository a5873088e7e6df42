/** AssertJ assertions on what was rendered, each leading to those about its parts. */
@NullMarked
package dev.slipway.testing.assertion;

import org.jspecify.annotations.NullMarked;
