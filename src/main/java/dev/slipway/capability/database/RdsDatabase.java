package dev.slipway.capability.database;

import dev.slipway.capability.database.rds.RdsSettings;
import dev.slipway.plan.Provider;
import dev.slipway.render.aws.ProvisionsOnAws;

/**
 * A database that Amazon RDS or Aurora runs for an environment, and what can be chosen for each of them.
 *
 * <pre>{@code
 * auroraPostgres().majorVersion("17").backups(14)
 * }</pre>
 *
 * @param <N> the needs that it meets
 * @param <P> itself
 */
public sealed interface RdsDatabase<N extends DatabaseNeed, P extends RdsDatabase<N, P>>
        extends Provider<N>, ProvisionsOnAws permits RdsInstance, RdsReplicated {
    RdsSettings settings();

    /** The same database, told something else. */
    P with(RdsSettings settings);

    /** Keeps backups for 1 to 35 days; by default 7, and 30 in production. */
    default P backups(int days) {
        return with(settings().backups(days));
    }

    /**
     * Makes the database from a snapshot, under a name of its own beside the one that it replaces. The snapshot must be one
     * of a database of this platform, whose master has the name that ours has.
     *
     * <p>An instance gets the master's password from our secret. A cluster of Aurora keeps the one that the snapshot has: where
     * that is another, put it into the secret {@code <platform>/<environment>/platform/database-master}.
     *
     * <p>Keep it declared from then on: without it, CloudFormation would make an empty database again.
     */
    default P restoreFrom(String snapshot) {
        return with(settings().restoreFrom(snapshot));
    }

    /** The major version: {@code majorVersion("18")}. Minor versions come by themselves. */
    default P majorVersion(String version) {
        return with(settings().majorVersion(version));
    }
}
