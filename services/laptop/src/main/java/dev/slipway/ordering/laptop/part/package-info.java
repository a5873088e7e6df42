/** The embedded parts: PostgreSQL, Kafka, Redis and a mailbox. */
@NullMarked
package dev.slipway.ordering.laptop.part;

import org.jspecify.annotations.NullMarked;
