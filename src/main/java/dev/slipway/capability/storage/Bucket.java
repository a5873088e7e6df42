package dev.slipway.capability.storage;

import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.platform.topology.End;
import dev.slipway.platform.topology.Link;
import java.util.List;
import java.util.OptionalInt;

/**
 * A bucket in which a service keeps objects. Every version of an object is kept for a while after it was overwritten or
 * deleted.
 *
 * <pre>{@code
 * static final Bucket INVOICES = bucket("invoices").archiveAfter(90).expireAfter(3650);
 *
 * Service.java("order").needs(INVOICES)
 * Service.python("report").needs(reads(INVOICES))
 * }</pre>
 *
 * @param name unique in its platform
 * @param expiry days after which an object goes, where it does
 * @param archiving days after which an object is moved to where keeping costs less and reading more, where it is
 */
@Declares
public record Bucket(String name, OptionalInt expiry, OptionalInt archiving, Origin origin) implements StorageNeed {
    public static Bucket bucket(String name) {
        return new Bucket(name, OptionalInt.empty(), OptionalInt.empty(), Origin.here());
    }

    /** The need of a service that reads the bucket of another. */
    public static ReadsBucket reads(Bucket bucket) {
        return new ReadsBucket(bucket, Origin.here());
    }

    /** Removes each object that many days after it was written. */
    public Bucket expireAfter(int days) {
        return new Bucket(name, OptionalInt.of(days), archiving, origin);
    }

    /** Moves each object to S3 Glacier Instant Retrieval that many days after it was written; it is read as before. */
    public Bucket archiveAfter(int days) {
        return new Bucket(name, expiry, OptionalInt.of(days), origin);
    }

    @Override
    public Bucket bucket() {
        return this;
    }

    @Override
    public String describe() {
        return "bucket " + name;
    }

    @Override
    public List<Link> links() {
        return List.of(Link.uses(End.OfStore.shared("bucket", name)));
    }
}
