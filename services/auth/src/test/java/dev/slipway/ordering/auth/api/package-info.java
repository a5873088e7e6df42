@NullMarked
package dev.slipway.ordering.auth.api;

import org.jspecify.annotations.NullMarked;
