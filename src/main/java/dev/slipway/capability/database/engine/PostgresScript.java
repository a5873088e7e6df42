package dev.slipway.capability.database.engine;

import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.ToolImages;
import dev.slipway.plan.binding.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes the database and the credential of one service in PostgreSQL, as input of psql. It can be run again at any
 * time, also after a run that was cut off, and brings the password up to date.
 *
 * <p>It runs as RDS's master user, which is no superuser: so it grants itself the service's role before it may make that
 * role the owner of something.
 */
final class PostgresScript {
    static final String FILE = "setup.sql";

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
            """.formatted(Setup.USERNAME, Setup.PASSWORD, Setup.DATABASE);

    private PostgresScript() {}

    static Setup setup(Setup.Server server) {
        List<Variable> connection = new ArrayList<>();
        connection.add(server.host("PGHOST"));
        connection.add(server.port("PGPORT"));
        connection.add(server.plain("PGSSLMODE", server.sslMode()));
        server.authoritiesPath().ifPresent(path -> connection.add(server.plain("PGSSLROOTCERT", path)));
        connection.add(server.username("PGUSER"));
        connection.add(server.password("PGPASSWORD"));
        return new Setup(
                ToolImages.POSTGRES,
                List.of("psql", "--no-psqlrc", "--dbname=postgres", "--file=" + Task.FILES + "/" + FILE),
                server.files(FILE, TEXT),
                connection);
    }
}
