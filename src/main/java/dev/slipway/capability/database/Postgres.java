package dev.slipway.capability.database;

import dev.slipway.platform.Origin;

/** A PostgreSQL database. */
public record Postgres(Origin origin) implements DatabaseNeed {
    @Override
    public String describe() {
        return "postgres";
    }
}
