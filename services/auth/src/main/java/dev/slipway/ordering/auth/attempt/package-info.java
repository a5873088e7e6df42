/** Who has failed too often. */
@NullMarked
package dev.slipway.ordering.auth.attempt;

import org.jspecify.annotations.NullMarked;
