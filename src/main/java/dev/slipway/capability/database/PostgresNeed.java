package dev.slipway.capability.database;

import dev.slipway.platform.Origin;

/** A PostgreSQL database of a service's own: {@code Service.java("order").needs(postgres())}. */
public record PostgresNeed(Origin origin) implements DatabaseNeed {
    @Override
    public String describe() {
        return "postgres";
    }
}
