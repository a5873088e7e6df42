/** What members sign in with, as user publishes it. */
@NullMarked
package dev.slipway.ordering.auth.credential;

import org.jspecify.annotations.NullMarked;
