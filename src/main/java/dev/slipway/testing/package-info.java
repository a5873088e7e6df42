/** What tests of platforms, and of providers of one's own, stand on. */
@NullMarked
package dev.slipway.testing;

import org.jspecify.annotations.NullMarked;
