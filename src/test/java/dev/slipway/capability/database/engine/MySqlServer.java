package dev.slipway.capability.database.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A MariaDB of the machine's, with TLS and a master that may do what RDS's may, for as long as a test runs. */
final class MySqlServer {
    static final String MASTER = "master";

    private static final String MASTER_RIGHTS =
            "SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, RELOAD, PROCESS, REFERENCES, INDEX, ALTER, SHOW DATABASES, "
                    + "CREATE TEMPORARY TABLES, LOCK TABLES, EXECUTE, CREATE VIEW, SHOW VIEW, CREATE ROUTINE, ALTER ROUTINE, "
                    + "CREATE USER, EVENT, TRIGGER";

    private static final int SECONDS_TO_START = 60;

    private final Path folder;
    private final int port;
    private final Process process;

    private MySqlServer(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    static boolean isInstalled() {
        return List.of("mariadbd", "mariadb", "mariadb-install-db", "openssl").stream()
                .allMatch(MySqlServer::isOnPath);
    }

    private static boolean isOnPath(String command) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, command)));
    }

    static MySqlServer start(Path folder) throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        String user = System.getProperty("user.name");
        run(
                folder,
                Map.of(),
                "mariadb-install-db",
                "--no-defaults",
                "--datadir=" + data,
                "--user=" + user,
                "--auth-root-authentication-method=normal",
                "--skip-test-db");
        run(
                folder,
                Map.of(),
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-keyout",
                folder.resolve("key.pem").toString(),
                "-out",
                folder.resolve("cert.pem").toString());
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Process process = new ProcessBuilder(
                        "mariadbd",
                        "--no-defaults",
                        "--datadir=" + data,
                        "--user=" + user,
                        "--port=" + port,
                        "--bind-address=127.0.0.1",
                        "--socket=" + folder.resolve("s"),
                        "--ssl-cert=" + folder.resolve("cert.pem"),
                        "--ssl-key=" + folder.resolve("key.pem"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
        MySqlServer server = new MySqlServer(folder, port, process);
        server.awaitStart();
        server.asRoot("CREATE USER master IDENTIFIED BY 'master'; GRANT " + MASTER_RIGHTS
                + " ON *.* TO master WITH GRANT OPTION");
        return server;
    }

    private void awaitStart() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (System.nanoTime() < end) {
            try {
                asRoot("SELECT 1");
                return;
            } catch (IllegalStateException notYet) {
                Thread.sleep(200);
            }
        }
        throw new IllegalStateException(Files.readString(folder.resolve("server.log")));
    }

    String asRoot(String sql) throws IOException, InterruptedException {
        return query("root", "", "", sql, "--ssl");
    }

    /** What a user is answered, over TLS. */
    String as(String user, String password, String database, String sql) throws IOException, InterruptedException {
        return query(user, password, database, sql, "--ssl");
    }

    /** What a user is answered without TLS. */
    String inClear(String user, String password, String sql) throws IOException, InterruptedException {
        return query(user, password, "", sql, "--skip-ssl");
    }

    private String query(String user, String password, String database, String sql, String tls)
            throws IOException, InterruptedException {
        return run(
                folder,
                Map.of("MYSQL_PWD", password),
                "mariadb",
                "--no-defaults",
                tls,
                "--host=127.0.0.1",
                "--port=" + port,
                "--user=" + user,
                "--batch",
                "--skip-column-names",
                "--execute=" + sql,
                database);
    }

    /** Runs the script as the task does, but for the client and its option for TLS. */
    String setUp(String database, String password, String masterPassword) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve(MySqlScript.FILE), MySqlScript.TEXT);
        Map<String, String> variables = Map.of(
                MySqlScript.HOST,
                "127.0.0.1",
                MySqlScript.PORT,
                String.valueOf(port),
                MySqlScript.MASTER,
                MASTER,
                "MYSQL_PWD",
                masterPassword,
                Setup.DATABASE,
                database,
                Setup.USERNAME,
                database,
                Setup.PASSWORD,
                password);
        return run(folder, variables, "sh", script.toString(), "mariadb", "--no-defaults", "--ssl");
    }

    private static String run(Path folder, Map<String, String> variables, String... command)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command));
        words.removeIf(String::isEmpty);
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().putAll(variables);
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(SECONDS_TO_START, TimeUnit.SECONDS)).isTrue();
        String printed = Files.readString(output).strip();
        if (process.exitValue() != 0) {
            throw new IllegalStateException(printed);
        }
        return printed;
    }

    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
