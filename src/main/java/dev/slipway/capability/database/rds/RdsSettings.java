package dev.slipway.capability.database.rds;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a database on RDS is told.
 *
 * @param storageGibibytes at first; grows by itself
 * @param standby whether a second instance stands by in another zone; by default in production
 * @param backupDays how long backups are kept; by default a week, and a month in production
 * @param snapshot what it is made from; by default it is made empty
 * @param upgradedFrom the major version that it may have before it is deployed
 * @param replicas copies that answer reads; by default none, and with Aurora one in production
 * @param proxy whether connections are pooled before it
 */
public record RdsSettings(
        String instanceClass,
        int storageGibibytes,
        Optional<Boolean> standby,
        OptionalInt backupDays,
        Optional<String> snapshot,
        String majorVersion,
        Optional<String> upgradedFrom,
        OptionalInt replicas,
        boolean proxy) {
    /** GiB, the least that gp3 has. */
    public static final int DEFAULT_STORAGE = 20;

    /** How far storage grows by itself. */
    public static final int STORAGE_GROWTH = 5;

    private static final int BACKUP_DAYS = 7;
    private static final int PRODUCTION_BACKUP_DAYS = 30;

    /** The defaults, with an instance class. */
    public static RdsSettings of(RdsEngine engine, String instanceClass) {
        return new RdsSettings(
                instanceClass,
                DEFAULT_STORAGE,
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                engine.defaultVersion(),
                Optional.empty(),
                OptionalInt.empty(),
                false);
    }

    public RdsSettings instanceClass(String newClass) {
        return new RdsSettings(
                newClass, storageGibibytes, standby, backupDays, snapshot, majorVersion, upgradedFrom, replicas, proxy);
    }

    public RdsSettings storage(int gibibytes) {
        return new RdsSettings(
                instanceClass, gibibytes, standby, backupDays, snapshot, majorVersion, upgradedFrom, replicas, proxy);
    }

    public RdsSettings multiZone() {
        return new RdsSettings(
                instanceClass,
                storageGibibytes,
                Optional.of(true),
                backupDays,
                snapshot,
                majorVersion,
                upgradedFrom,
                replicas,
                proxy);
    }

    public RdsSettings backups(int days) {
        return new RdsSettings(
                instanceClass,
                storageGibibytes,
                standby,
                OptionalInt.of(days),
                snapshot,
                majorVersion,
                upgradedFrom,
                replicas,
                proxy);
    }

    public RdsSettings restoreFrom(String newSnapshot) {
        return new RdsSettings(
                instanceClass,
                storageGibibytes,
                standby,
                backupDays,
                Optional.of(newSnapshot),
                majorVersion,
                upgradedFrom,
                replicas,
                proxy);
    }

    public RdsSettings majorVersion(String version) {
        return new RdsSettings(
                instanceClass, storageGibibytes, standby, backupDays, snapshot, version, upgradedFrom, replicas, proxy);
    }

    public RdsSettings upgradeFrom(String version) {
        return new RdsSettings(
                instanceClass,
                storageGibibytes,
                standby,
                backupDays,
                snapshot,
                majorVersion,
                Optional.of(version),
                replicas,
                proxy);
    }

    public RdsSettings replicas(int number) {
        return new RdsSettings(
                instanceClass,
                storageGibibytes,
                standby,
                backupDays,
                snapshot,
                majorVersion,
                upgradedFrom,
                OptionalInt.of(number),
                proxy);
    }

    public RdsSettings proxied() {
        return new RdsSettings(
                instanceClass,
                storageGibibytes,
                standby,
                backupDays,
                snapshot,
                majorVersion,
                upgradedFrom,
                replicas,
                true);
    }

    int backupDaysIn(boolean production) {
        return backupDays.orElse(production ? PRODUCTION_BACKUP_DAYS : BACKUP_DAYS);
    }
}
