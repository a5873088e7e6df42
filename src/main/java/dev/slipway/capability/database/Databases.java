package dev.slipway.capability.database;

import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;

/** The databases that a service can ask for: {@code Service.java("order").needs(postgres())}. */
@Declares
public final class Databases {
    private Databases() {}

    /** A PostgreSQL database that no other service reaches. */
    public static Postgres postgres() {
        return new Postgres(Origin.here());
    }
}
