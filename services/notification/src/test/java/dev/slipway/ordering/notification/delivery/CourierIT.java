package dev.slipway.ordering.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.notification.channel.Channel;
import dev.slipway.ordering.notification.channel.Messenger;
import dev.slipway.ordering.notification.channel.UndeliveredException;
import dev.slipway.ordering.notification.message.Message;
import dev.slipway.ordering.notification.message.Templates;
import dev.slipway.ordering.notification.recipient.Recipients;
import dev.slipway.ordering.starter.configuration.Ids;
import dev.slipway.ordering.starter.observability.Traces;
import dev.slipway.ordering.testing.Parts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several couriers on one database, and channels that fail. */
class CourierIT {
    private static final DeliverySettings SETTINGS = new DeliverySettings(
            Map.of("order-confirmed", List.of(Channel.SLACK)),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofDays(3));

    private static final Traces UNTRACED = new Traces(ObservationRegistry.NOOP, Optional::empty);

    private final List<UUID> sent = Collections.synchronizedList(new ArrayList<>());
    private Optional<UndeliveredException> failure = Optional.empty();
    private JdbcClient database;
    private Deliveries deliveries;

    @BeforeEach
    void makeDatabase() throws SQLException {
        String name = "courier_" + UUID.randomUUID().toString().replace('-', '_');
        try (Connection connection = Parts.postgres().getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("CREATE DATABASE " + name);
        }
        DataSource source = Parts.postgres().getDatabase("postgres", name);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/notification")
                .load()
                .migrate();
        database = JdbcClient.create(source);
        deliveries = new Deliveries(database, SETTINGS, new Ids(Clock.systemUTC()), UNTRACED);
    }

    @Test
    void sendsEachOnceHoweverManyInstancesThereAre() throws Exception {
        for (int i = 0; i < 60; i++) {
            note();
        }
        var threads = Executors.newFixedThreadPool(4);
        try {
            for (var done : threads.invokeAll(IntStream.range(0, 4)
                    .mapToObj(i -> Executors.callable(() -> courier().deliver()))
                    .toList())) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(sent).hasSize(60).doesNotHaveDuplicates();
        assertThat(states()).containsOnly("sent");
    }

    @Test
    void notesAnEventOnceForAChannel() {
        deliveries.note("order.confirmed", "/order 1", UUID.randomUUID(), facts());
        deliveries.note("order.confirmed", "/order 1", UUID.randomUUID(), facts());
        courier().deliver();
        assertThat(sent).hasSize(1);
    }

    @Test
    void triesAgainLaterAndThenGivesUp() {
        note();
        failure = Optional.of(new UndeliveredException("status 503", true));
        courier().deliver();
        courier().deliver();
        assertThat(sent).hasSize(1);
        assertThat(states()).containsExactly("waiting");

        due();
        failure = Optional.empty();
        courier().deliver();
        assertThat(sent).hasSize(2).containsOnly(sent.get(0));
        assertThat(states()).containsExactly("sent");

        note();
        database.sql("UPDATE deliveries SET created_at = now() - interval '3 days'")
                .update();
        failure = Optional.of(new UndeliveredException("status 503", true));
        courier().deliver();
        assertThat(states()).containsExactlyInAnyOrder("sent", "given-up");
    }

    @Test
    void givesUpWhatNobodyWillEverTake() {
        note();
        failure = Optional.of(new UndeliveredException("status 404", false));
        courier().deliver();
        assertThat(states()).containsExactly("given-up");
    }

    @Test
    void takesOverWhatACrashedInstanceHadTaken() {
        note();
        assertThat(deliveries.take(10, 300)).hasSize(1);
        courier().deliver();
        assertThat(sent).isEmpty();
        due();
        courier().deliver();
        assertThat(sent).hasSize(1);
    }

    @Test
    void goesOnAfterOneThatCannotBeSaid() {
        deliveries.note("order.confirmed", UUID.randomUUID().toString(), UUID.randomUUID(), facts());
        database.sql("UPDATE deliveries SET topic = 'order.lost'").update();
        note();
        courier().deliver();
        assertThat(sent).hasSize(1);
        assertThat(states()).containsExactlyInAnyOrder("waiting", "sent");
    }

    private void note() {
        deliveries.note("order.confirmed", UUID.randomUUID().toString(), UUID.randomUUID(), facts());
    }

    private void due() {
        database.sql("UPDATE deliveries SET next_at = now()").update();
    }

    private List<String> states() {
        return database.sql("SELECT state FROM deliveries").query(String.class).list();
    }

    private static Templates.Facts facts() {
        return new Templates.Facts("4711", "", List.of(), "EUR", 1);
    }

    private Courier courier() {
        Messenger slack = new Messenger() {
            @Override
            public Channel channel() {
                return Channel.SLACK;
            }

            @Override
            public void send(UUID id, Optional<String> to, Message message) throws UndeliveredException {
                sent.add(id);
                if (failure.isPresent()) {
                    throw failure.get();
                }
            }
        };
        return new Courier(
                deliveries,
                recipients(),
                new Templates(),
                SETTINGS,
                List.of(slack),
                new SimpleMeterRegistry(),
                Clock.systemUTC(),
                UNTRACED);
    }

    private Recipients recipients() {
        return new Recipients(database);
    }
}
