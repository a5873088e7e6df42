@NullMarked
package dev.slipway.ordering.auth.keys;

import org.jspecify.annotations.NullMarked;
