/** Kafka in the cluster itself: brokers, users, permissions and topics. */
@NullMarked
package dev.slipway.capability.streaming.incluster;

import org.jspecify.annotations.NullMarked;
