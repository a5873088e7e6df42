package dev.slipway.capability.database.engine;

import dev.slipway.plan.binding.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes the database and the credential of one service in MySQL. It can be run again at any time, also after a run
 * that was cut off, and brings the password up to date.
 *
 * <p>The client cannot read variables of its environment, so a shell writes them as hexadecimal numbers: no value can be
 * taken for SQL. Privileges are named one by one, as nobody may grant ALL who lacks one of them, and RDS's master does.
 * In the name of a database an underscore stands for any character when privileges are granted on it, so it is escaped:
 * {@code a_b} would reach {@code acb} too.
 *
 * <p>The statements are those of MySQL 8.4. They are tested against MariaDB 10.11, which understands them all; it differs in
 * the client's option for TLS, which is part of the command and not of the script, in the plugin that keeps passwords, and
 * in that it takes a database without privileges for one that is not there.
 */
final class MySqlScript {
    static final String FILE = "setup.sh";

    /** Variables of the task with what the client is told about the server. */
    static final String HOST = "SERVER_HOST";

    static final String PORT = "SERVER_PORT";

    static final String MASTER = "MASTER_USERNAME";

    /** Holds the client of the newest MySQL that RDS runs. */
    private static final String IMAGE = "public.ecr.aws/docker/library/mysql:8.4.10";

    /** Everything on tables, views, routines, triggers and events, and nothing about users or the server. */
    private static final String PRIVILEGES =
            "SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, REFERENCES, INDEX, ALTER, CREATE TEMPORARY TABLES, LOCK TABLES, "
                    + "CREATE VIEW, SHOW VIEW, CREATE ROUTINE, ALTER ROUTINE, EXECUTE, EVENT, TRIGGER";

    /** Its arguments are the client and the options of the client. */
    static final String TEXT =
            """
            set -eu
            hex() { printf %%s "$1" | od -An -v -tx1 | tr -d ' \\n'; }
            {
            printf "SET SESSION sql_mode = '';\\n"
            printf "SET @name = CONVERT(X'%%s' USING utf8mb4);\\n" "$(hex "$%s")"
            printf "SET @user = CONVERT(X'%%s' USING utf8mb4);\\n" "$(hex "$%s")"
            printf "SET @secret = CONVERT(X'%%s' USING utf8mb4);\\n" "$(hex "$%s")"
            cat <<'SQL'
            SET @quoted = CONCAT('`', REPLACE(@name, '`', '``'), '`');
            SET @literal = REPLACE(REPLACE(REPLACE(@quoted, '\\\\', '\\\\\\\\'), '_', '\\\\_'), '%%', '\\\\%%');
            SET @account = CONCAT(QUOTE(@user), '@''%%''');

            SET @sql = CONCAT('CREATE DATABASE IF NOT EXISTS ', @quoted, ' CHARACTER SET utf8mb4');
            PREPARE statement FROM @sql;
            EXECUTE statement;

            SET @sql = CONCAT('CREATE USER IF NOT EXISTS ', @account, ' IDENTIFIED BY ', QUOTE(@secret), ' REQUIRE SSL');
            PREPARE statement FROM @sql;
            EXECUTE statement;

            SET @sql = CONCAT('ALTER USER ', @account, ' IDENTIFIED BY ', QUOTE(@secret), ' REQUIRE SSL');
            PREPARE statement FROM @sql;
            EXECUTE statement;

            SET @sql = CONCAT('GRANT %s ON ', @literal, '.* TO ', @account);
            PREPARE statement FROM @sql;
            EXECUTE statement;
            SQL
            } | "$@" --host="$%s" --port="$%s" --user="$%s" --batch
            """.formatted(Setup.DATABASE, Setup.USERNAME, Setup.PASSWORD, PRIVILEGES, HOST, PORT, MASTER);

    private MySqlScript() {}

    static Setup setup(Setup.Server server) {
        List<String> command = new ArrayList<>(List.of("sh", Task.FILES + "/" + FILE, "mysql", "--no-defaults"));
        command.add("--ssl-mode=" + server.sslMode());
        server.authoritiesPath().ifPresent(path -> command.add("--ssl-ca=" + path));
        return new Setup(
                IMAGE,
                command,
                server.files(FILE, TEXT),
                List.of(server.host(HOST), server.port(PORT), server.username(MASTER), server.password("MYSQL_PWD")));
    }
}
