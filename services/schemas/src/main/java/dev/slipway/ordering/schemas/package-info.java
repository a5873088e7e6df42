/** What each event carries, as JSON Schemas, and a check of events against them. */
@NullMarked
package dev.slipway.ordering.schemas;

import org.jspecify.annotations.NullMarked;
