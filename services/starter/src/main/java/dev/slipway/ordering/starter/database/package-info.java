/** The connection to PostgreSQL as the platform describes it. */
@NullMarked
package dev.slipway.ordering.starter.database;

import org.jspecify.annotations.NullMarked;
