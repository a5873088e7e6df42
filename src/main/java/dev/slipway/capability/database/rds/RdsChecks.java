package dev.slipway.capability.database.rds;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be wrong with what a database on RDS is told. */
public final class RdsChecks {
    private static final Pattern CLASS = Pattern.compile("db\\.[a-z0-9]+\\.[a-z0-9]+");

    /** Graviton in the second part, or more than the sixteen threads that Standard Edition Two may use. */
    private static final Pattern NOT_FOR_ORACLE =
            Pattern.compile("db\\.[a-z]+\\d+g.*|.*\\.(\\d{2,}|[5-9])xlarge|.*\\.micro");

    /** GiB, RDS's limit for gp3. */
    private static final int MAX_STORAGE = 65_536 / RdsSettings.STORAGE_GROWTH;

    /** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html. */
    private static final int MOST_BACKUP_DAYS = 35;

    /** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html; the same for Aurora's readers. */
    private static final int MOST_REPLICAS = 15;

    /** A name, or an ARN for one that is shared. */
    private static final Pattern SNAPSHOT =
            Pattern.compile("(rds:)?[a-zA-Z](-?[a-zA-Z0-9])*(-[0-9]{2})*|arn:aws[a-z-]*:rds:[^\\s]+");

    private final RdsEngine engine;
    private final RdsSettings settings;
    private final Origin origin;
    private final List<Problem> problems = new ArrayList<>();

    private RdsChecks(RdsEngine engine, RdsSettings settings, Origin origin) {
        this.engine = engine;
        this.settings = settings;
        this.origin = origin;
    }

    /** All that is wrong with an instance. */
    public static Stream<Problem> ofInstance(
            RdsEngine engine, RdsSettings settings, String exampleClass, Origin origin) {
        RdsChecks checks = new RdsChecks(engine, settings, origin);
        checks.instanceClass(exampleClass);
        checks.storage();
        checks.common();
        return checks.problems.stream();
    }

    /** All that is wrong with a cluster, but for its capacity. */
    public static Stream<Problem> ofCluster(RdsEngine engine, RdsSettings settings, Origin origin) {
        RdsChecks checks = new RdsChecks(engine, settings, origin);
        checks.common();
        return checks.problems.stream();
    }

    private void common() {
        backups();
        snapshot();
        versions();
        replicas();
    }

    private void instanceClass(String example) {
        String name = settings.instanceClass();
        String fix = "choose instanceClass(\"%s\").".formatted(example);
        if (!CLASS.matcher(name).matches()) {
            add(
                    "instance-class",
                    "The instance class (%s) of RDS must be one such as %s.".formatted(name, example),
                    fix);
        } else if (engine == RdsEngine.ORACLE && NOT_FOR_ORACLE.matcher(name).matches()) {
            add(
                    "oracle-class",
                    "The instance class (%s) of Oracle must have Intel or AMD processors and be small to 4xlarge, such as %s."
                            .formatted(name, example),
                    fix);
        }
    }

    private void storage() {
        int storage = settings.storageGibibytes();
        if (storage < RdsSettings.DEFAULT_STORAGE || storage > MAX_STORAGE) {
            add(
                    "storage",
                    "The storage (%s GiB) of RDS must be %s to %s GiB."
                            .formatted(storage, RdsSettings.DEFAULT_STORAGE, MAX_STORAGE),
                    "choose storage(%s).".formatted(RdsSettings.DEFAULT_STORAGE));
        }
    }

    private void backups() {
        settings.backupDays().stream()
                .filter(days -> days < 1 || days > MOST_BACKUP_DAYS)
                .forEach(days -> add(
                        "backups",
                        "The backups (%s days) of RDS must be kept for 1 to %s days.".formatted(days, MOST_BACKUP_DAYS),
                        "choose backups(%s).".formatted(MOST_BACKUP_DAYS)));
    }

    private void snapshot() {
        settings.snapshot()
                .filter(name -> !SNAPSHOT.matcher(name).matches())
                .ifPresent(name -> add(
                        "snapshot",
                        "The snapshot (%s) that a database is restored from must be the name or the ARN of one."
                                .formatted(name),
                        "name it as RDS lists it, such as restoreFrom(\"before-import\")."));
    }

    private void versions() {
        List<String> known = engine.majorVersions();
        String version = settings.majorVersion();
        if (!known.contains(version)) {
            add(
                    "major-version",
                    "The major version (%s) of %s must be one of %s."
                            .formatted(version, engine.engine().title(), String.join(", ", known)),
                    "choose majorVersion(\"%s\").".formatted(engine.defaultVersion()));
            return;
        }
        List<String> older = known.subList(0, known.indexOf(version));
        settings.upgradedFrom()
                .filter(from -> !older.contains(from))
                .ifPresent(from -> add(
                        "upgrade",
                        "The major version (%s) that %s %s is upgraded from must be an older one that RDS has (%s)."
                                .formatted(from, engine.engine().title(), version, String.join(", ", older)),
                        "name the version that runs today, or leave upgradeFrom out."));
    }

    private void replicas() {
        settings.replicas().stream()
                .filter(number -> number < 0 || number > MOST_REPLICAS)
                .forEach(number -> add(
                        "replicas",
                        "The read replicas (%s) of %s must be 0 to %s."
                                .formatted(number, engine.engine().title(), MOST_REPLICAS),
                        "choose readReplicas(1)."));
    }

    private void add(String rule, String what, String fix) {
        problems.add(error("database/" + rule, origin, what, fix));
    }
}
