package dev.slipway.capability.database;

import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;

/** The databases that a service can ask for, one of them: {@code Service.java("order").needs(postgres())}. */
@Declares
public final class Databases {
    private Databases() {}

    /** A PostgreSQL database that no other service reaches. */
    public static PostgresNeed postgres() {
        return new PostgresNeed(Origin.here());
    }

    /** A MySQL database that no other service reaches. */
    public static MySqlNeed mysql() {
        return new MySqlNeed(Origin.here());
    }

    /** A schema in Oracle that no other service reaches. */
    public static OracleNeed oracle() {
        return new OracleNeed(Origin.here());
    }
}
