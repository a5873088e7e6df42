@NullMarked
package dev.slipway.ordering.common.api;

import org.jspecify.annotations.NullMarked;
