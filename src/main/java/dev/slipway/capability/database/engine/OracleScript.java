package dev.slipway.capability.database.engine;

import dev.slipway.plan.binding.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What makes the schema and the credential of one service in Oracle, as input of SQL*Plus. It can be run again at any
 * time, also after a run that was cut off, and brings the password up to date.
 *
 * <p><strong>It has been read against Oracle's documentation only, never run:</strong> no Oracle server can be had where the
 * project is tested. Try it on an instance of your own before you rely on it.
 *
 * <p>SQL*Plus goes on after a failed CONNECT, and ends with success: so the last statement says that it was reached, and the
 * shell looks for that.
 */
final class OracleScript {
    static final String SHELL = "setup.sh";
    static final String SQL = "setup.sql";

    /** Holds SQL*Plus: https://github.com/oracle/docker-images/tree/main/OracleInstantClient. */
    private static final String IMAGE = "ghcr.io/oracle/oraclelinux9-instantclient:23";

    private static final String DONE = "slipway: schema is set up";

    static final String SHELL_TEXT = """
            set -eu
            printed=$({
            printf 'WHENEVER SQLERROR EXIT FAILURE\\nSET ECHO OFF VERIFY OFF\\n'
            printf 'CONNECT %%s/"%%s"@//%%s:%%s/%%s\\n' \\
              "$MASTER_USERNAME" "$MASTER_PASSWORD" "$SERVER_HOST" "$SERVER_PORT" "$SERVER_DATABASE"
            printf 'DEFINE username = "%%s"\\nDEFINE password = "%%s"\\n' "$%s" "$%s"
            cat %s/%s
            } | sqlplus -L -S /nolog) || true
            printf '%%s\\n' "$printed"
            case "$printed" in
            *"%s"*) ;;
            *) exit 1 ;;
            esac
            """.formatted(Setup.USERNAME, Setup.PASSWORD, Task.FILES, SQL, DONE);

    static final String SQL_TEXT = """
            DECLARE
              existing NUMBER;
              account VARCHAR2(130) := DBMS_ASSERT.ENQUOTE_NAME('&username');
              secret VARCHAR2(130) := '"' || '&password' || '"';
            BEGIN
              SELECT COUNT(*) INTO existing FROM all_users WHERE username = '&username';
              IF existing = 0 THEN
                EXECUTE IMMEDIATE 'CREATE USER ' || account || ' IDENTIFIED BY ' || secret;
              ELSE
                EXECUTE IMMEDIATE 'ALTER USER ' || account || ' IDENTIFIED BY ' || secret || ' ACCOUNT UNLOCK';
              END IF;
              EXECUTE IMMEDIATE 'ALTER USER ' || account || ' DEFAULT TABLESPACE users QUOTA UNLIMITED ON users';
              EXECUTE IMMEDIATE 'GRANT CREATE SESSION, CREATE TABLE, CREATE VIEW, CREATE SEQUENCE, CREATE PROCEDURE, '
                || 'CREATE TRIGGER, CREATE TYPE, CREATE SYNONYM, CREATE MATERIALIZED VIEW TO ' || account;
            END;
            /
            SELECT '%s' FROM dual;
            EXIT SUCCESS
            """.formatted(DONE);

    private OracleScript() {}

    static Setup setup(Setup.Server server, String database) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(SHELL, SHELL_TEXT);
        files.put(SQL, SQL_TEXT);
        return new Setup(
                IMAGE,
                List.of("sh", Task.FILES + "/" + SHELL),
                files,
                List.of(
                        server.host("SERVER_HOST"),
                        server.port("SERVER_PORT"),
                        server.plain("SERVER_DATABASE", database),
                        server.username("MASTER_USERNAME"),
                        server.password("MASTER_PASSWORD")));
    }
}
