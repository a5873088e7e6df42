package dev.slipway.capability.database;

import dev.slipway.platform.Origin;
import dev.slipway.platform.topology.End;
import dev.slipway.platform.topology.Link;
import java.util.List;

/** A PostgreSQL database of a service's own: {@code Service.java("order").needs(postgres())}. */
public record PostgresNeed(Origin origin) implements DatabaseNeed {
    @Override
    public String describe() {
        return "postgres";
    }

    @Override
    public List<Link> links() {
        return List.of(Link.uses(End.OfStore.own(describe())));
    }
}
