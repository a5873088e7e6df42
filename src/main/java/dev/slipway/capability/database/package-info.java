/** Relational databases: one, with a credential of its own, for each service that asks. */
@NullMarked
package dev.slipway.capability.database;

import org.jspecify.annotations.NullMarked;
