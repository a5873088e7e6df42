package dev.slipway.capability.database;

import dev.slipway.platform.Origin;
import dev.slipway.platform.topology.End;
import dev.slipway.platform.topology.Link;
import java.util.List;

/** A MySQL database of a service's own: {@code Service.java("blog").needs(mysql())}. */
public record MySqlNeed(Origin origin) implements DatabaseNeed {
    @Override
    public String describe() {
        return "mysql";
    }

    @Override
    public List<Link> links() {
        return List.of(Link.uses(End.OfStore.own(describe())));
    }
}
