/** All services with their PostgreSQL, Kafka and Redis on one machine, behind one port. */
@NullMarked
package dev.slipway.ordering.laptop;

import org.jspecify.annotations.NullMarked;
