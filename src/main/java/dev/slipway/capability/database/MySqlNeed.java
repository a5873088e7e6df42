package dev.slipway.capability.database;

import dev.slipway.platform.Origin;

/** A MySQL database of a service's own: {@code Service.java("blog").needs(mysql())}. */
public record MySqlNeed(Origin origin) implements DatabaseNeed {
    @Override
    public String describe() {
        return "mysql";
    }
}
