package dev.slipway.ordering.starter.outbox;

import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.Parts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An outbox in a database of its own, a topic of its own, and instances that publish from one to the other. */
final class Table {
    private final String name = "outbox" + UUID.randomUUID().toString().replace("-", "");
    private final JdbcClient database;

    Table() {
        try (Connection connection = Parts.postgres().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                Admin admin =
                        Admin.create(Map.of("bootstrap.servers", Parts.kafka().bootstrapServers()))) {
            statement.execute("CREATE DATABASE " + name);
            admin.createTopics(List.of(new NewTopic(name, 2, (short) 1))).all().get();
        } catch (SQLException | InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        DataSource source = Parts.postgres().getDatabase("postgres", name);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/starter")
                .load()
                .migrate();
        database = JdbcClient.create(source);
    }

    JdbcClient database() {
        return database;
    }

    OutboxRows rows(String holder) {
        return new OutboxRows(database, holder);
    }

    /** A producer as the service has it. */
    Producer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        Parts.kafka().bootstrapServers(),
                        "transactional.id",
                        name,
                        "max.block.ms",
                        "10000"),
                new StringSerializer(),
                new StringSerializer());
    }

    void add(String key, int from, int to) {
        for (int i = from; i <= to; i++) {
            database.sql("INSERT INTO outbox (topic, key, event) VALUES (?, ?, ?)")
                    .params(name, key, String.valueOf(i))
                    .update();
        }
    }

    boolean isPublished() {
        return rows("test").count() == 0;
    }

    /** What a consumer sees of the key. */
    List<Integer> seen(String key) {
        return Events.records(name).stream()
                .filter(record -> key.equals(record.key()))
                .map(ConsumerRecord::value)
                .map(Integer::valueOf)
                .collect(Collectors.toList());
    }

    /** Nobody has renewed it: its holder is taken for dead. */
    void letTheLeaseRunOut() {
        database.sql("UPDATE outbox_lease SET held_until = now() - interval '1 second'")
                .update();
    }

    /** Connections to the database with an open transaction. */
    int openTransactions() {
        return database.sql("SELECT count(*) FROM pg_stat_activity WHERE datname = ? AND pid <> pg_backend_pid()"
                        + " AND xact_start IS NOT NULL")
                .param(name)
                .query(Integer.class)
                .single();
    }
}
