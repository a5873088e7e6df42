@NullMarked
package dev.slipway.ordering.user.api;

import org.jspecify.annotations.NullMarked;
