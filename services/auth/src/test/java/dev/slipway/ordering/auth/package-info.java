@NullMarked
package dev.slipway.ordering.auth;

import org.jspecify.annotations.NullMarked;
