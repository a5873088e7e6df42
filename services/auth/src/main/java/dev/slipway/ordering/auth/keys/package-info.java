/** The keys that tokens are signed with: made, announced, used, taken back. */
@NullMarked
package dev.slipway.ordering.auth.keys;

import org.jspecify.annotations.NullMarked;
