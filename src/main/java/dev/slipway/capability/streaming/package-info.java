/** Topics: who publishes and consumes them, and the Kafka clusters that hold them. */
@NullMarked
package dev.slipway.capability.streaming;

import org.jspecify.annotations.NullMarked;
