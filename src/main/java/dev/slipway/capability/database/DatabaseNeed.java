package dev.slipway.capability.database;

import dev.slipway.platform.Need;

/** A relational database of a service's own, with a credential of its own. */
public sealed interface DatabaseNeed extends Need permits Postgres {}
