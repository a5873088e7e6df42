package dev.slipway.capability.database.existing;

/**
 * A provider that adopts a database server of somebody else's.
 *
 * <pre>{@code
 * existingPostgres("main.abc123.eu-central-1.rds.amazonaws.com", "sg-0123456789abcdef0", "shared/postgres/master")
 *     .port(5433).within("10.9.0.0/16")
 * }</pre>
 *
 * @param <P> itself
 */
public interface ExistingDatabase<P extends ExistingDatabase<P>> {
    ExistingServer server();

    /** The same provider for a server that is described otherwise. */
    P with(ExistingServer server);

    /** Where it listens, unless on the engine's usual port. */
    default P port(int number) {
        return with(server().port(number));
    }

    /** Where it has its address, unless in the network of the environment: in one that is peered, say. */
    default P within(String range) {
        return with(server().within(range));
    }
}
