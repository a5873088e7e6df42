/** Passwords: hashed so that a stolen table is of little use. */
@NullMarked
package dev.slipway.ordering.starter.password;

import org.jspecify.annotations.NullMarked;
