package dev.slipway.capability.database.engine;

import dev.slipway.plan.Names;
import dev.slipway.plan.binding.Parameter;
import java.util.List;
import java.util.Locale;

/** A kind of database server, and what both planes call the things in it. */
public enum Engine {
    /** PostgreSQL cuts longer names off: NAMEDATALEN - 1. */
    POSTGRES("PostgreSQL", "database", 5432, 63),

    /** https://dev.mysql.com/doc/refman/8.4/en/user-names.html. */
    MYSQL("MySQL", "mysql", 3306, 32),

    /** What the oldest clients still know. A suffix keeps schemas clear of Oracle's own and of its reserved words. */
    ORACLE("Oracle", "oracle", 1521, 30);

    /** The user of an instance that sets up all others. */
    public static final String MASTER = "slipway";

    private static final String PURPOSE = "database";
    private static final String ORACLE_SUFFIX = "_app";

    private final String title;
    private final String concern;
    private final int port;
    private final int nameLimit;

    Engine(String title, String concern, int port, int nameLimit) {
        this.title = title;
        this.concern = concern;
        this.port = port;
        this.nameLimit = nameLimit;
    }

    /** As its makers write it. */
    public String title() {
        return title;
    }

    /** In names of Kubernetes: {@code postgres}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stack in which it stands, and the first word of what that publishes. */
    public String concern() {
        return concern;
    }

    /** Where it listens unless told otherwise. */
    public int port() {
        return port;
    }

    /** What its own clients call a connection over TLS, with or without checking whose server it is. */
    String sslMode(boolean isVerified) {
        return switch (this) {
            case POSTGRES -> isVerified ? "verify-full" : "require";
            case MYSQL -> isVerified ? "VERIFY_IDENTITY" : "REQUIRED";
            case ORACLE -> "";
        };
    }

    /** Whether a service of this name would meet something of the server's own, or its master. */
    public boolean reserves(String service) {
        return switch (this) {
            case POSTGRES ->
                List.of(MASTER, "postgres", "rdsadmin", "template0", "template1")
                        .contains(service);
            case MYSQL ->
                List.of(MASTER, "mysql", "sys", "information-schema", "performance-schema", "rdsadmin")
                        .contains(service);
            case ORACLE -> false;
        };
    }

    /** The name of a service's database or schema, and of the user that owns it. */
    public String ownerOf(String service) {
        String name = service.replace('-', '_');
        return switch (this) {
            case POSTGRES -> Names.limited(name, nameLimit);
            case MYSQL -> Names.limited(name, nameLimit).replace('-', '_');
            case ORACLE ->
                (Names.limited(name, nameLimit - ORACLE_SUFFIX.length()).replace('-', '_') + ORACLE_SUFFIX)
                        .toUpperCase(Locale.ROOT);
        };
    }

    /** The secret with the credential of a service. A service has one database, so engines need not be told apart. */
    public static String secretOf(String service, Names names) {
        return names.secret(service, PURPOSE);
    }

    /** The secret with the credential of the master. */
    public String masterSecret(Names names) {
        return names.secret("platform", concern + "-master");
    }

    /** Where services connect: the server, or the proxy before it. */
    public Parameter endpoint(Names names) {
        return text(names, "endpoint");
    }

    /** The server itself, where a proxy stands before it. */
    public Parameter serverEndpoint(Names names) {
        return text(names, "server-endpoint");
    }

    /** Where services connect that only read; several are parted by commas. */
    public Parameter readerEndpoint(Names names) {
        return text(names, "reader-endpoint");
    }

    private Parameter text(Names names, String name) {
        return names.parameter(concern, name, Parameter.Type.TEXT);
    }
}
