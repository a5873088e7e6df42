package dev.slipway.capability.storage;

import dev.slipway.platform.Origin;
import dev.slipway.platform.topology.End;
import dev.slipway.platform.topology.Link;
import java.util.List;

/** Reads the objects of a bucket that another service keeps, and changes none. */
public record ReadsBucket(Bucket bucket, Origin origin) implements StorageNeed {
    @Override
    public String describe() {
        return "reads bucket " + bucket.name();
    }

    @Override
    public List<Link> links() {
        return List.of(Link.uses(End.OfStore.shared("bucket", bucket.name())));
    }
}
