@NullMarked
package dev.slipway.ordering.starter.kafka;

import org.jspecify.annotations.NullMarked;
