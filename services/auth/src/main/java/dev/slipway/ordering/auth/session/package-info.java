/** Signing in, staying signed in, signing out. */
@NullMarked
package dev.slipway.ordering.auth.session;

import org.jspecify.annotations.NullMarked;
