package dev.slipway.ordering.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.testing.Parts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The orders of a database, without the service around them. */
class OrdersIT {
    private static final String DATABASE = "orders_alone";
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static DataSource source;

    private final Orders orders = new Orders(JdbcClient.create(source));
    private final UUID user = UUID.randomUUID();

    @BeforeAll
    static void migrate() throws SQLException {
        try (Connection connection = Parts.postgres().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + DATABASE);
            statement.execute("CREATE DATABASE " + DATABASE);
        }
        source = Parts.postgres().getDatabase("postgres", DATABASE);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/starter", "classpath:db/order")
                .load()
                .migrate();
    }

    private Order order(long id, Instant deadline) {
        List<OrderLine> lines = List.of(
                new OrderLine(UUID.randomUUID(), "Lamp", 2, 1_250), new OrderLine(UUID.randomUUID(), "Bulb", 1, 300));
        return Order.placed(
                new UUID(user.getMostSignificantBits(), id), user, lines, "EUR", Optional.empty(), NOON, deadline);
    }

    @Test
    void comeBackAsTheyWereWritten() {
        Order written = order(1, NOON.plusSeconds(60));

        assertThat(orders.insert(written, "key", "hash")).isTrue();

        assertThat(orders.find(user, written.id())).hasValue(written);
        assertThat(written.total()).isEqualTo(2_800);
        assertThat(orders.byKey(user, "key")).hasValue(written);
        assertThat(orders.requestHash(user, "key")).hasValue("hash");
        assertThat(orders.find(UUID.randomUUID(), written.id())).isEmpty();
    }

    @Test
    void areOneForEachKeyOfAUser() {
        Order first = order(1, NOON);

        assertThat(orders.insert(first, "key", "hash")).isTrue();
        assertThat(orders.insert(order(2, NOON), "key", "other")).isFalse();
        assertThat(orders.insert(order(3, NOON), "another", "hash")).isTrue();

        assertThat(orders.byKey(user, "key")).hasValue(first);
        assertThat(orders.requestHash(user, "key")).hasValue("hash");
    }

    @Test
    void areReadInPagesTheLatestFirst() {
        for (int id = 1; id <= 5; id++) {
            orders.insert(order(id, NOON), "key-" + id, "hash");
        }

        List<Order> first = orders.latest(user, Optional.empty(), 2);
        List<Order> second = orders.latest(user, Optional.of(first.get(1).id()), 2);

        assertThat(first)
                .extracting(order -> order.id().getLeastSignificantBits())
                .containsExactly(5L, 4L);
        assertThat(second)
                .extracting(order -> order.id().getLeastSignificantBits())
                .containsExactly(3L, 2L);
    }

    @Test
    void areLeftToWhoeverIsAtThemWhenTheirTimeIsUp() {
        Order overdue = order(1, NOON.minusSeconds(3_600));
        orders.insert(overdue, "key", "hash");
        orders.insert(order(2, NOON.plusSeconds(3_600)), "later", "hash");
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(source));

        transactions.executeWithoutResult(mine -> {
            assertThat(overdue()).containsExactly(overdue);
            TransactionTemplate another = new TransactionTemplate(new JdbcTransactionManager(source));
            another.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
            another.executeWithoutResult(theirs -> assertThat(overdue()).isEmpty());
        });
        assertThat(overdue()).containsExactly(overdue);
    }

    private List<Order> overdue() {
        return orders.lockOverdue(NOON, 1_000).stream()
                .filter(order -> order.userId().equals(user))
                .toList();
    }
}
