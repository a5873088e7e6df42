package dev.slipway.capability.database.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.capability.Sample;
import dev.slipway.capability.database.Databases;
import dev.slipway.capability.database.RdsPostgres;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Service;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Connects with psql as a task is told to, over TLS, to a PostgreSQL whose authority is our own: none of Amazon's can be had. The
 * file of the task is left as it is, and for a server that is to be believed its authority is added.
 */
class VerifiedPostgresTest {
    private static final Task TASK = Sample.with(RdsPostgres.rdsPostgres())
            .services(Service.java("order").needs(Databases.postgres()))
            .planned("order")
            .tasks()
            .get(0);

    private static final String AUTHORITIES = TASK.files().getOrDefault("ca.pem", "the task has no authorities");

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startServer() throws IOException, InterruptedException, SQLException {
        assumeTrue(
                hasTool("psql", "--version") && hasTool("openssl", "version"),
                "psql or openssl is missing: install postgresql-client and openssl to connect for real");
        issueCertificate();
        postgres = EmbeddedPostgres.builder().start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET ssl_cert_file = '%s'".formatted(folder.resolve("server.pem")));
            statement.execute("ALTER SYSTEM SET ssl_key_file = '%s'".formatted(folder.resolve("server.key")));
            statement.execute("ALTER SYSTEM SET ssl = on");
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private static void issueCertificate() throws IOException, InterruptedException {
        openssl("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=Authority -keyout ca.key -out ca.pem");
        openssl("req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout server.key -out server.csr");
        Files.writeString(folder.resolve("names"), "subjectAltName=DNS:localhost\n");
        openssl("x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile names"
                + " -out server.pem");
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    private static boolean hasTool(String... command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void openssl(String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        Collections.addAll(command, arguments.split(" ", -1));
        Printed printed = run(new ProcessBuilder(command).directory(folder.toFile()));
        assertThat(printed.exit()).as(printed.text()).isZero();
    }

    private record Printed(int exit, String text) {}

    private static Printed run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Printed(process.waitFor(), text);
    }

    /** What psql says with the variables of the task, but for the server and the folder of its files. */
    private static Printed connect(String host, String authorities) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("authorities.pem"), authorities);
        ProcessBuilder psql = new ProcessBuilder(
                "psql",
                "--no-psqlrc",
                "--no-align",
                "--tuples-only",
                "--dbname=postgres",
                "--command=SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()");
        for (Variable variable : TASK.variables()) {
            if (variable.source() instanceof Variable.Source.Plain plain) {
                String value = plain.value()
                        .replace(
                                Task.FILES + "/ca.pem",
                                folder.resolve("authorities.pem").toString());
                psql.environment().put(variable.name(), value);
            }
        }
        psql.environment().put("PGHOST", host);
        psql.environment().put("PGPORT", String.valueOf(postgres.getPort()));
        psql.environment().put("PGUSER", "postgres");
        return run(psql);
    }

    @Test
    void connectsToAServerOfAnAuthorityThatItKnows() throws Exception {
        Printed printed = connect("localhost", AUTHORITIES + Files.readString(folder.resolve("ca.pem")));

        assertThat(printed).isEqualTo(new Printed(0, "t\n"));
    }

    @Test
    void refusesAServerOfAnother() throws Exception {
        Printed printed = connect("localhost", AUTHORITIES);

        assertThat(printed.exit()).isNotZero();
        assertThat(printed.text()).contains("certificate verify failed");
    }

    @Test
    void refusesAServerUnderAnotherName() throws Exception {
        Printed printed = connect("127.0.0.1", AUTHORITIES + Files.readString(folder.resolve("ca.pem")));

        assertThat(printed.exit()).isNotZero();
        assertThat(printed.text()).contains("does not match host name");
    }
}
