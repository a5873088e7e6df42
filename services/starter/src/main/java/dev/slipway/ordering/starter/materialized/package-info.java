/** Compacted topics as maps that readiness waits for. */
@NullMarked
package dev.slipway.ordering.starter.materialized;

import org.jspecify.annotations.NullMarked;
