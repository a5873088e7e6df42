package dev.slipway.capability.storage;

import dev.slipway.platform.Origin;

/** Reads the objects of a bucket that another service keeps, and changes none. */
public record ReadsBucket(Bucket bucket, Origin origin) implements StorageNeed {
    @Override
    public String describe() {
        return "reads bucket " + bucket.name();
    }
}
