package dev.slipway.capability.database;

/**
 * A database that can have copies to read from, and a pool of connections before it.
 *
 * <pre>{@code
 * rdsPostgres().readReplicas(2).proxy()
 * }</pre>
 *
 * @param <N> the needs that it meets
 * @param <P> itself
 */
public sealed interface RdsReplicated<N extends DatabaseNeed, P extends RdsReplicated<N, P>> extends RdsDatabase<N, P>
        permits RdsPostgres, RdsMysql, AuroraPostgres {
    /**
     * Copies that answer reads: 0 to 15. Services find them in {@code DATABASE_READER_HOST}: of RDS each by name, parted by
     * commas; of Aurora under the one name that it has for them all.
     */
    default P readReplicas(int number) {
        return with(settings().replicas(number));
    }

    /** Pools connections in RDS Proxy: {@code DATABASE_HOST} is then the proxy. */
    default P proxy() {
        return with(settings().proxied());
    }
}
