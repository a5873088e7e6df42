@NullMarked
package dev.slipway.ordering.starter.outbox;

import org.jspecify.annotations.NullMarked;
