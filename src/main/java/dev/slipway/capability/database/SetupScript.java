package dev.slipway.capability.database;

/**
 * What makes the database and the credential of one service in PostgreSQL, as input of psql. It can be run again at any
 * time, also after a run that was cut off, and brings the password up to date.
 *
 * <p>It runs as RDS's master user, which is no superuser: so it grants itself the service's role before it may make that
 * role the owner of something.
 */
final class SetupScript {
    static final String FILE = "setup.sql";

    /** Variable of the task that holds the name of the role and database. */
    static final String USERNAME = "SERVICE_USERNAME";

    /** Variable of the task that holds the password of the role. */
    static final String PASSWORD = "SERVICE_PASSWORD";

    /** Variable of the task that holds the name of the database. */
    static final String DATABASE = "SERVICE_DATABASE";

    static final String TEXT = """
            \\set ON_ERROR_STOP on
            \\set QUIET on
            \\getenv role %s
            \\getenv password %s
            \\getenv database %s

            SELECT format('CREATE ROLE %%I', :'role')
            WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'role') \\gexec

            ALTER ROLE :"role" WITH LOGIN NOCREATEDB NOCREATEROLE PASSWORD :'password';
            GRANT :"role" TO CURRENT_USER WITH INHERIT TRUE, SET TRUE;

            SELECT format('CREATE DATABASE %%I OWNER %%I', :'database', :'role')
            WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \\gexec

            ALTER DATABASE :"database" OWNER TO :"role";
            REVOKE ALL ON DATABASE :"database" FROM PUBLIC;

            \\connect :"database"
            REVOKE ALL ON SCHEMA public FROM PUBLIC;
            GRANT ALL ON SCHEMA public TO :"role";
            """.formatted(USERNAME, PASSWORD, DATABASE);

    private SetupScript() {}
}
