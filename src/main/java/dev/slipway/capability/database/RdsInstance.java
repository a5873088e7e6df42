package dev.slipway.capability.database;

import dev.slipway.capability.database.rds.RdsSettings;
import dev.slipway.plan.operation.Watched;

/**
 * One instance on Amazon RDS.
 *
 * <pre>{@code
 * rdsMysql().instanceClass("db.m7g.large").storage(200).multiZone()
 * }</pre>
 *
 * @param <N> the needs that it meets
 * @param <P> itself
 */
public sealed interface RdsInstance<N extends DatabaseNeed, P extends RdsInstance<N, P>>
        extends RdsDatabase<N, P>, Watched permits RdsPostgres, RdsMysql, RdsOracle {
    /** The class of the instance: {@code instanceClass("db.m7g.large")}. */
    default P instanceClass(String newClass) {
        return with(settings().instanceClass(newClass));
    }

    /** Storage at first, in GiB; it grows by itself to {@value RdsSettings#STORAGE_GROWTH} times that. */
    default P storage(int gibibytes) {
        return with(settings().storage(gibibytes));
    }

    /** Keeps a second instance ready in another zone, also outside production. */
    default P multiZone() {
        return with(settings().multiZone());
    }

    /**
     * Allows the upgrade from a major version that runs today: {@code majorVersion("18").upgradeFrom("17")}. Without it RDS
     * refuses one. Leave it out once every environment is upgraded.
     */
    default P upgradeFrom(String version) {
        return with(settings().upgradeFrom(version));
    }
}
