package dev.slipway.capability.database.incluster;

import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.incluster.InClusterPostgres.inClusterPostgres;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.Slipway;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.binding.Variable.Source;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tasks of services, run with psql as their pods run them, against the PostgreSQL that the pod would hold. */
class InClusterPostgresIsRealTest {
    private static final List<ServicePlan> SERVICES = Slipway.plan(Platform.named("shop")
                    .services(
                            Service.java("order-desk").needs(postgres()),
                            Service.java("payment").needs(postgres()))
                    .environments(Environment.named("local").with(localCluster(), inClusterPostgres())))
            .verify()
            .environments()
            .get(0)
            .services();

    private static EmbeddedPostgres server;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(hasPsql(), "psql is missing: install postgresql-client to run the set-up for real");
        server = EmbeddedPostgres.builder().start();
        try (Connection connection = connect("postgres", "postgres", "");
                Statement statement = connection.createStatement()) {
            // what the image makes of POSTGRES_USER and POSTGRES_PASSWORD
            statement.execute("CREATE ROLE slipway SUPERUSER LOGIN PASSWORD 'master-secret'");
            var file = statement.executeQuery("SHOW hba_file");
            file.next();
            Files.writeString(Path.of(file.getString(1)), "host all all all scram-sha-256\n");
            statement.execute("SELECT pg_reload_conf()");
        }
        for (ServicePlan service : SERVICES) {
            assertThat(run(service)).isEqualTo("0 ");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    private static boolean hasPsql() throws InterruptedException {
        try {
            return new ProcessBuilder("psql", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** What the task of a service ends with and prints. */
    private static String run(ServicePlan service) throws Exception {
        Task task = service.tasks().get(0);
        Path files = Files.createTempDirectory(folder, service.name());
        for (Map.Entry<String, String> file : task.files().entrySet()) {
            Files.writeString(files.resolve(file.getKey()), file.getValue());
        }
        List<String> command = new ArrayList<>(task.command());
        command.replaceAll(part -> part.replace(Task.FILES, files.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        task.variables()
                .forEach(variable -> builder.environment().put(variable.name(), valueOf(variable, service.name())));
        builder.environment().put("PGHOST", "localhost");
        builder.environment().put("PGPORT", String.valueOf(server.getPort()));
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + printed;
    }

    /** What the Secrets would hold. */
    private static String valueOf(Variable variable, String service) {
        if (variable.source() instanceof Source.FromClusterSecret secret) {
            boolean isMaster = secret.secret().equals("postgres.master.user");
            if (secret.key().equals("password")) {
                return isMaster ? "master-secret" : service + "-secret";
            }
            return isMaster ? "slipway" : service.replace('-', '_');
        }
        return ((Source.Plain) variable.source()).value();
    }

    private static Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:%s/%s".formatted(server.getPort(), database), user, password);
    }

    @Test
    void givesAServiceADatabaseOfItsOwn() throws Exception {
        try (Connection connection = connect("order_desk", "order_desk", "order-desk-secret");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE orders (id bigint PRIMARY KEY)");
            assertThat(statement.executeQuery("SELECT * FROM orders").next()).isFalse();
        }
    }

    @Test
    void refusesAServiceTheDatabaseOfAnotherAndTheRightsOfTheMaster() {
        assertThatThrownBy(() -> connect("payment", "order_desk", "order-desk-secret"))
                .hasMessageContaining("permission denied for database \"payment\"");
        assertThatThrownBy(() -> {
                    try (Connection connection = connect("payment", "payment", "payment-secret");
                            Statement statement = connection.createStatement()) {
                        statement.execute("CREATE ROLE another SUPERUSER");
                    }
                })
                .hasMessageContaining("permission denied to create role");
    }

    @Test
    void canBeRunAgain() throws Exception {
        assertThat(run(SERVICES.get(0))).startsWith("0 ").doesNotContain("ERROR", "secret");
    }
}
