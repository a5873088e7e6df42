package dev.slipway.capability.storage;

import dev.slipway.platform.Need;

/** Use of a bucket. */
public sealed interface StorageNeed extends Need permits Bucket, ReadsBucket {
    Bucket bucket();
}
