@NullMarked
package dev.slipway.ordering.starter.password;

import org.jspecify.annotations.NullMarked;
