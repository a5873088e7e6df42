package dev.slipway.capability.database.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script with psql against a PostgreSQL of the version that RDS runs, as a master that is no superuser. */
class PostgresScriptTest {
    private static final String MASTER = "master";

    private static EmbeddedPostgres postgres;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startPostgres() throws IOException, SQLException {
        assumeTrue(
                hasPsql(), "psql 15 or later is missing: install postgresql-client to run the set-up script for real");
        postgres = EmbeddedPostgres.builder().start();
        askForPasswords();
    }

    /** The embedded server trusts everybody until told otherwise. */
    private static void askForPasswords() throws IOException, SQLException {
        try (Connection connection = connect("postgres", "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE postgres PASSWORD 'postgres'");
            ResultSet file = statement.executeQuery("SHOW hba_file");
            file.next();
            Files.writeString(Path.of(file.getString(1)), "host all all all scram-sha-256\n");
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @BeforeEach
    void startOver() throws SQLException {
        for (String database : List.of("order_desk", "payment")) {
            asSuperuser("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        }
        for (String role : List.of("order_desk", "payment", MASTER)) {
            asSuperuser("DROP ROLE IF EXISTS " + role);
        }
        asSuperuser("CREATE ROLE master LOGIN CREATEDB CREATEROLE PASSWORD 'master'");
    }

    @Test
    void givesAServiceADatabaseThatItOwns() throws Exception {
        setUp("order_desk", "first");

        try (Connection connection = connect("order_desk", "order_desk", "first")) {
            execute(connection, "CREATE TABLE orders (id bigint PRIMARY KEY)");
            execute(connection, "INSERT INTO orders VALUES (1)");
            assertThat(number(connection, "SELECT count(*) FROM orders")).isEqualTo(1);
        }
    }

    @Test
    void keepsDataAndTakesANewPasswordWhenRunAgain() throws Exception {
        setUp("order_desk", "first");
        try (Connection connection = connect("order_desk", "order_desk", "first")) {
            execute(connection, "CREATE TABLE orders AS SELECT 1 AS id");
        }

        setUp("order_desk", "it's \"second\" \\ $1");

        try (Connection connection = connect("order_desk", "order_desk", "it's \"second\" \\ $1")) {
            assertThat(number(connection, "SELECT count(*) FROM orders")).isEqualTo(1);
        }
        assertThatThrownBy(() -> connect("order_desk", "order_desk", "first"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void finishesWhatARunLeftHalfDone() throws Exception {
        asMaster("CREATE ROLE order_desk");
        setUp("order_desk", "first");
        try (Connection connection = connect("order_desk", "order_desk", "first")) {
            assertThat(number(connection, "SELECT 1")).isEqualTo(1);
        }

        asMaster("CREATE ROLE payment");
        asMaster("CREATE DATABASE payment");
        setUp("payment", "p");
        try (Connection connection = connect("payment", "payment", "p")) {
            execute(connection, "CREATE TABLE payments (id bigint)");
        }
    }

    @Test
    void refusesAServiceTheDatabaseOfAnother() throws Exception {
        setUp("order_desk", "first");
        setUp("payment", "second");

        assertThatThrownBy(() -> connect("payment", "order_desk", "first"))
                .hasMessageContaining("permission denied for database \"payment\"");
        try (Connection connection = connect("order_desk", "order_desk", "first")) {
            assertThatThrownBy(() -> execute(connection, "SET ROLE payment"))
                    .hasMessageContaining("permission denied to set role");
            assertThatThrownBy(() -> execute(connection, "CREATE DATABASE mine"))
                    .hasMessageContaining("permission denied to create database");
        }
    }

    @Test
    void failsWhereTheServerRefuses() {
        assertThatThrownBy(() -> run(Map.of("PGPASSWORD", "wrong"))).hasMessageContaining("psql ended with 2");
    }

    private void setUp(String service, String password) throws Exception {
        run(Map.of("PGPASSWORD", MASTER, Setup.DATABASE, service, Setup.USERNAME, service, Setup.PASSWORD, password));
    }

    private void run(Map<String, String> variables) throws Exception {
        Path script =
                Files.writeString(folder.resolve(PostgresScript.FILE), PostgresScript.TEXT, StandardCharsets.UTF_8);
        ProcessBuilder psql = new ProcessBuilder("psql", "--no-psqlrc", "--dbname=postgres", "--file=" + script);
        psql.environment().put("PGHOST", "localhost");
        psql.environment().put("PGPORT", String.valueOf(postgres.getPort()));
        psql.environment().put("PGUSER", MASTER);
        psql.environment().putAll(variables);
        Path output = folder.resolve("psql.out");
        Process process =
                psql.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        String printed = Files.readString(output);
        if (process.exitValue() != 0) {
            throw new IllegalStateException("psql ended with " + process.exitValue() + ": " + printed);
        }
        assertThat(printed).doesNotContain(variables.getOrDefault(Setup.PASSWORD, "no password"));
    }

    private static boolean hasPsql() {
        try {
            Process process = new ProcessBuilder("psql", "--version").start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 && version.matches("(?s).* (1[5-9]|[2-9][0-9])\\..*");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection connection = connect("postgres", "postgres", "postgres")) {
            execute(connection, sql);
        }
    }

    private static void asMaster(String sql) throws SQLException {
        try (Connection connection = connect("postgres", MASTER, MASTER)) {
            execute(connection, sql);
        }
    }

    private static Connection connect(String database, String user, String password) throws SQLException {
        String url = "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), database);
        return DriverManager.getConnection(url, user, password);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
