@NullMarked
package dev.slipway.ordering.user;

import org.jspecify.annotations.NullMarked;
