package dev.slipway.ordering.laptop.part;

import dev.slipway.ordering.laptop.process.LaptopProblem;
import dev.slipway.ordering.laptop.process.Ports;
import dev.slipway.ordering.laptop.process.Processes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL server with a database and a user for each service, durable as the real one is where the data is to
 * stay.
 */
public final class Postgres implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 50;
    private static final String ADMIN = "postgres";

    private final Processes processes;
    private final Home home;
    private final Secrets secrets;
    private final Path programs;
    private final Path data;
    private final int port;
    private final Process server;

    /** Starts it; the first time with new databases. */
    public Postgres(Processes processes, Home home, Secrets secrets, int port) throws Exception {
        this.processes = processes;
        this.home = home;
        this.secrets = secrets;
        this.port = port;
        programs = Archive.unpacked(Path.of(System.getProperty("user.home"), ".cache", "ordering-laptop"))
                .resolve("bin");
        data = home.file("postgres");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialize();
        }
        awaitPredecessor();
        server = processes.start(
                command(
                        "postgres",
                        List.of("-D", data.toString()),
                        Map.of("listen_addresses", Ports.LOOPBACK),
                        Map.of("port", Integer.toString(port)),
                        Map.of("unix_socket_directories", ""),
                        Map.of("fsync", home.stays() ? "on" : "off"),
                        Map.of("max_connections", "200"),
                        Map.of("shared_buffers", "64MB")),
                Map.of("LC_ALL", "C"),
                log());
        try {
            awaitConnection();
        } catch (SQLException | RuntimeException e) {
            Processes.stop(server);
            throw e;
        }
    }

    /** The server of a laptop that was killed a moment ago is still ending: two cannot have one folder. */
    private void awaitPredecessor() throws IOException, InterruptedException {
        Path lock = data.resolve("postmaster.pid");
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && Files.exists(lock) && isServer(pid(lock))) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static long pid(Path lock) throws IOException {
        try (Stream<String> lines = Files.lines(lock)) {
            return lines.findFirst().map(line -> Long.parseLong(line.strip())).orElse(0L);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private static boolean isServer(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("postgres"))
                .isPresent();
    }

    private void initialize() throws IOException, InterruptedException {
        Path password = home.file("postgres.password");
        Files.writeString(password, secrets.of("database.admin"));
        try {
            run(
                    "initdb",
                    List.of("-D", data.toString(), "-U", ADMIN, "--pwfile", password.toString()),
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--no-locale",
                    "--no-sync");
        } finally {
            Files.delete(password);
        }
    }

    /** Makes the database and the user of a service, both of this name, or gives the user its password again. */
    public void admit(String service, String password) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            boolean known = exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + service + "'");
            statement.execute(
                    "%s ROLE \"%s\" LOGIN PASSWORD '%s'".formatted(known ? "ALTER" : "CREATE", service, password));
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + service + "'")) {
                statement.execute("CREATE DATABASE \"%s\" OWNER \"%s\"".formatted(service, service));
                statement.execute("REVOKE ALL ON DATABASE \"%s\" FROM PUBLIC".formatted(service));
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%s/postgres".formatted(Ports.LOOPBACK, port),
                ADMIN,
                secrets.of("database.admin"));
    }

    private void awaitConnection() throws SQLException, InterruptedException, IOException {
        long end = System.nanoTime() + START.toNanos();
        while (true) {
            try {
                connect().close();
                return;
            } catch (SQLException e) {
                if (!server.isAlive()) {
                    throw new LaptopProblem(
                            "PostgreSQL did not start: "
                                    + Files.readString(log().toPath()).strip(),
                            e);
                }
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    @SafeVarargs
    private List<String> command(String program, List<String> arguments, Map<String, String>... settings) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // it refuses to run as root: in a user namespace of its own it is nobody, with root's access to files
            Processes.program("unshare").forEach(unshare -> command.addAll(List.of(unshare.toString(), "-U")));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(arguments);
        for (Map<String, String> setting : settings) {
            setting.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        }
        return command;
    }

    private void run(String program, List<String> arguments, String... more) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        Process process = processes.start(command(program, all), Map.of("LC_ALL", "C"), log());
        if (process.waitFor() != 0) {
            throw new LaptopProblem(
                    program + " failed: " + Files.readString(log().toPath()).strip());
        }
    }

    private File log() {
        return home.folder("log").resolve("postgres.log").toFile();
    }

    /** Ends it in order; connections that are still open are cut. */
    @Override
    public void close() throws IOException {
        try {
            if (server.isAlive()) {
                run("pg_ctl", List.of("stop", "-D", data.toString(), "-m", home.stays() ? "fast" : "immediate", "-w"));
                server.waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "PostgreSQL";
    }
}
