package dev.slipway.capability.database.rds;

import dev.slipway.capability.database.engine.Engine;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An engine as RDS runs it. Major versions, oldest first, are those of aws-cdk-lib 2.263 (Aurora: 2.276) that RDS still
 * supports at no extra price, and MySQL 8.0, which it does at one:
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html. Minor versions come by themselves in the
 * maintenance window.
 */
public enum RdsEngine {
    POSTGRES(Engine.POSTGRES, "postgres", "postgres", "18"),

    MYSQL(Engine.MYSQL, "mysql", "mysql", "8.4"),

    /** Standard Edition Two. 21 is an innovation release and another engine: oracle-se2-cdb. */
    ORACLE(Engine.ORACLE, "oracle-se2", "oracle-se2-", "19"),

    AURORA_POSTGRES(Engine.POSTGRES, "aurora-postgresql", "aurora-postgresql", "17");

    private static final int PASSWORD_LENGTH = 40;

    /** RDS: the master password of Oracle has at most 30 characters. */
    private static final int ORACLE_PASSWORD_LENGTH = 30;

    private final Engine engine;
    private final String identifier;
    private final String family;
    private final String defaultVersion;

    RdsEngine(Engine engine, String identifier, String family, String defaultVersion) {
        this.engine = engine;
        this.identifier = identifier;
        this.family = family;
        this.defaultVersion = defaultVersion;
    }

    public Engine engine() {
        return engine;
    }

    /** What RDS calls it: {@code oracle-se2}. */
    String identifier() {
        return identifier;
    }

    /** The family of its parameter groups: {@code postgres18}. */
    String family(String majorVersion) {
        return family + majorVersion;
    }

    List<String> majorVersions() {
        return switch (this) {
            case POSTGRES, AURORA_POSTGRES -> List.of("14", "15", "16", "17", "18");
            case MYSQL -> List.of("8.0", "8.4");
            case ORACLE -> List.of("19");
        };
    }

    /** The newest that RDS recommends. */
    public String defaultVersion() {
        return defaultVersion;
    }

    /**
     * The version that a new database gets. RDS takes a major version for the newest minor of it, except with MySQL, where
     * two numbers make a major.
     */
    String engineVersion(String majorVersion) {
        if (this != MYSQL) {
            return majorVersion;
        }
        return majorVersion.equals("8.0") ? "8.0.46" : majorVersion + ".9";
    }

    /** What goes to CloudWatch Logs. */
    List<String> logs() {
        return switch (this) {
            case POSTGRES -> List.of("postgresql", "upgrade");
            case AURORA_POSTGRES -> List.of("postgresql");
            case MYSQL -> List.of("error", "slowquery");
            case ORACLE -> List.of("alert", "listener");
        };
    }

    /**
     * Refuses connections without TLS, and writes the logs that are exported, without values of rows: the detail of a
     * violated constraint has them, https://www.postgresql.org/docs/current/runtime-config-logging.html. By name.
     */
    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        switch (this) {
            case POSTGRES, AURORA_POSTGRES -> {
                parameters.put("rds.force_ssl", "1");
                parameters.put("log_error_verbosity", "terse");
            }
            case MYSQL -> {
                parameters.put("require_secure_transport", "ON");
                parameters.put("slow_query_log", "1");
                parameters.put("log_output", "FILE");
            }
            case ORACLE -> {} // its option group does
        }
        return parameters;
    }

    int passwordLength() {
        return this == ORACLE ? ORACLE_PASSWORD_LENGTH : PASSWORD_LENGTH;
    }

    /** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.Overview.Engines.html. */
    boolean hasPerformanceInsights(String instanceClass) {
        return this != MYSQL || !(instanceClass.endsWith(".micro") || instanceClass.endsWith(".small"));
    }
}
