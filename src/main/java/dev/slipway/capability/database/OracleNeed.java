package dev.slipway.capability.database;

import dev.slipway.platform.Origin;

/** A schema of a service's own in an Oracle database: {@code Service.java("ledger").needs(oracle())}. */
public record OracleNeed(Origin origin) implements DatabaseNeed {
    @Override
    public String describe() {
        return "oracle";
    }
}
