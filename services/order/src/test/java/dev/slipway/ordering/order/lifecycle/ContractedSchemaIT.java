package dev.slipway.ordering.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.ordering.testing.Parts;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** This release on the schema of the next, which has no column for the release before. */
class ContractedSchemaIT {
    private static final String DATABASE = "orders_contracted";
    private static final String NEXT = "src/next/db/order";
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static DataSource source;

    private final JdbcClient database = JdbcClient.create(source);
    private final Orders orders = new Orders(database);
    private final UUID user = UUID.randomUUID();

    /** With an order of this release from before the schema was contracted. */
    @BeforeAll
    static void migrate() throws SQLException {
        try (Connection connection = Parts.postgres().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + DATABASE);
            statement.execute("CREATE DATABASE " + DATABASE);
        }
        source = Parts.postgres().getDatabase("postgres", DATABASE);
        migrate("classpath:db/starter", "classpath:db/order");
        new Orders(JdbcClient.create(source)).insert(order(UUID.randomUUID(), NOON), "earlier", "hash");
        migrate("classpath:db/starter", "classpath:db/order", "filesystem:" + NEXT);
    }

    private static void migrate(String... locations) {
        Flyway.configure().dataSource(source).locations(locations).load().migrate();
    }

    private static Order order(UUID user, Instant deadline) {
        List<OrderLine> lines = List.of(new OrderLine(UUID.randomUUID(), "Lamp", 2, 1_250));
        return Order.placed(UUID.randomUUID(), user, lines, "EUR", Optional.empty(), NOON, deadline);
    }

    @Test
    void thisReleaseWorksAsBefore() {
        Order written = order(user, NOON.minusSeconds(60));

        assertThat(orders.insert(written, "key", "hash")).isTrue();
        orders.update(written);

        assertThat(orders.find(user, written.id())).hasValue(written);
        assertThat(orders.lockOverdue(NOON, 1_000)).contains(written);
    }

    @Test
    void whatWasUnderWayIsStillDue() {
        assertThat(database.sql("SELECT step_due_at = ? FROM orders WHERE idempotency_key = 'earlier'")
                        .param(java.sql.Timestamp.from(NOON))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void theReleaseBeforeDoesNotRunOnIt() {
        assertThatThrownBy(
                        () -> database.sql("UPDATE orders SET deadline = now()").update())
                .isInstanceOf(BadSqlGrammarException.class)
                .hasMessageContaining("deadline");
    }

    /** The release before this one is still about: what it needs must not go with this one. */
    @Test
    void itIsNoPartOfThisRelease() throws Exception {
        try (var next = Files.list(Path.of(NEXT));
                var previous = Files.walk(Path.of("src/previous"))) {
            assertThat(previous.filter(Files::isRegularFile)).isNotEmpty();
            assertThat(next).isNotEmpty().allSatisfy(migration -> assertThat(
                            Path.of("src/main/resources/db/order").resolve(migration.getFileName()))
                    .doesNotExist());
        }
    }
}
