package dev.slipway.capability.database;

import dev.slipway.platform.Origin;
import dev.slipway.platform.topology.End;
import dev.slipway.platform.topology.Link;
import java.util.List;

/** A schema of a service's own in an Oracle database: {@code Service.java("ledger").needs(oracle())}. */
public record OracleNeed(Origin origin) implements DatabaseNeed {
    @Override
    public String describe() {
        return "oracle";
    }

    @Override
    public List<Link> links() {
        return List.of(Link.uses(End.OfStore.own(describe())));
    }
}
