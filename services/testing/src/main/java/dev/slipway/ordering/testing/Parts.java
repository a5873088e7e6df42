package dev.slipway.ordering.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import redis.embedded.RedisServer;

/**
 * PostgreSQL, Kafka and Redis of this JVM: started at first use, shared by all its tests, stopped with it.
 *
 * <pre>{@code
 * Parts.kafka().stop();
 * }</pre>
 */
public final class Parts {
    /** More would make every test slower, and one would hide what is only in order within a partition. */
    private static final int MOST_PARTITIONS = 2;

    private static final Path POSTGRES_LOG = temporary();
    private static final Map<Class<?>, Object> STARTED = new HashMap<>();
    private static final String REDIS_PASSWORD = "redis";

    private Parts() {}

    public static synchronized EmbeddedKafka kafka() {
        return started(EmbeddedKafka.class, EmbeddedKafka::new);
    }

    public static synchronized EmbeddedPostgres postgres() {
        return started(EmbeddedPostgres.class, () -> EmbeddedPostgres.builder()
                .setOutputRedirector(Redirect.appendTo(POSTGRES_LOG.toFile()))
                .setErrorRedirector(Redirect.appendTo(POSTGRES_LOG.toFile()))
                .start());
    }

    /** What the server itself has logged: none of it is in what the service logs. */
    public static String postgresLog() throws IOException {
        return Files.readString(POSTGRES_LOG);
    }

    public static synchronized RedisServer redis() {
        return started(RedisServer.class, () -> {
            RedisServer redis = RedisServer.newRedisServer()
                    .port(Ports.free())
                    .bind("127.0.0.1")
                    .setting("user default on >%s ~* &* +@all".formatted(REDIS_PASSWORD))
                    .build();
            redis.start();
            return redis;
        });
    }

    /** What the platform would set for the service, with the addresses of these parts; topics and database made. */
    static Map<String, Object> variables(Contract contract) {
        Map<String, Object> variables = new HashMap<>(contract.known());
        makeTopics(contract);
        variables.put("KAFKA_BOOTSTRAP_SERVERS", kafka().bootstrapServers());
        variables.put("KAFKA_SECURITY_PROTOCOL", "PLAINTEXT");
        variables.remove("KAFKA_SASL_MECHANISM");
        String database = (String) variables.get("DATABASE_NAME");
        if (database != null) {
            makeDatabase(database);
            variables.put("DATABASE_HOST", "localhost");
            variables.put("DATABASE_PORT", String.valueOf(postgres().getPort()));
            variables.put("DATABASE_SSL_MODE", "disable");
            variables.put("DATABASE_USERNAME", "postgres");
            variables.put("DATABASE_PASSWORD", "postgres");
        }
        if (contract.sets("CACHE_HOST")) {
            variables.put("CACHE_HOST", "localhost");
            variables.put("CACHE_PORT", String.valueOf(redis().ports().get(0)));
            variables.put("CACHE_TLS", "false");
            variables.put("CACHE_USERNAME", "default");
            variables.put("CACHE_PASSWORD", REDIS_PASSWORD);
        }
        return variables;
    }

    private static synchronized void makeTopics(Contract contract) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka().bootstrapServers()))) {
            Set<String> there = admin.listTopics().names().get();
            admin.createTopics(contract.topics().stream()
                            .flatMap(Parts::withDeadLetters)
                            .filter(topic -> !there.contains(topic.name()))
                            .collect(Collectors.toList()))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("Topics could not be made", e);
        }
    }

    private static Stream<NewTopic> withDeadLetters(Contract.Topic topic) {
        int partitions = Math.min(topic.partitions(), MOST_PARTITIONS);
        NewTopic made = new NewTopic(topic.name(), partitions, (short) 1);
        if (topic.compacted()) {
            made.configs(Map.of("cleanup.policy", "compact"));
        }
        return Stream.concat(
                Stream.of(made), topic.deadLetters().stream().map(name -> new NewTopic(name, partitions, (short) 1)));
    }

    private static synchronized void makeDatabase(String name) {
        try (Connection connection = postgres().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            boolean there = statement
                    .executeQuery("SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(name))
                    .next();
            if (!there) {
                statement.execute("CREATE DATABASE \"%s\"".formatted(name));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + name + " could not be made", e);
        }
    }

    private static <T> T started(Class<T> type, Start<T> start) {
        Object started = STARTED.get(type);
        if (started == null) {
            try {
                started = start.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            STARTED.put(type, started);
            if (started instanceof EmbeddedPostgres postgres) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres)));
            }
        }
        return type.cast(started);
    }

    private static void stop(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            Path file = Files.createTempFile("postgres", ".log");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Start<T> {
        T start() throws IOException;
    }
}
