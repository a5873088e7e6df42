/** Tokens, checked locally by the keys that auth publishes. */
@NullMarked
package dev.slipway.ordering.starter.security;

import org.jspecify.annotations.NullMarked;
