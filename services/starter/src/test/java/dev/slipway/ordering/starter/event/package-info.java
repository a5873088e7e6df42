@NullMarked
package dev.slipway.ordering.starter.event;

import org.jspecify.annotations.NullMarked;
