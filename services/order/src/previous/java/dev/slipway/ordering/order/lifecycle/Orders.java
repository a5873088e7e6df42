package dev.slipway.ordering.order.lifecycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The orders in the database. */
@Component
public final class Orders {
    private static final String ALL = "SELECT id, user_id, status, lines, currency, total, payment_method, payment_id,"
            + " cancel_reason, refunded_at, placed_at, deadline FROM orders ";
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;

    Orders(JdbcClient database) {
        this.database = database;
    }

    /** Adds an order unless its user has used the key; one at the same moment is waited for. */
    boolean insert(Order order, String idempotencyKey, String requestHash) {
        return database.sql(
                                "INSERT INTO orders (id, user_id, status, lines, currency, total, payment_method, placed_at,"
                                        + " deadline, idempotency_key, request_hash) VALUES (:id, :user, :status, :lines::jsonb,"
                                        + " :currency, :total, :method, :placed, :deadline, :key, :hash)"
                                        + " ON CONFLICT (user_id, idempotency_key) DO NOTHING")
                        .param("id", order.id())
                        .param("user", order.userId())
                        .param("status", order.status().name())
                        .param("lines", JSON.writeValueAsString(order.lines()))
                        .param("currency", order.currency())
                        .param("total", order.total())
                        .param("method", order.paymentMethod().orElse(null))
                        .param("placed", time(order.placedAt()))
                        .param("deadline", order.deadline().map(Orders::time).orElse(null))
                        .param("key", idempotencyKey)
                        .param("hash", requestHash)
                        .update()
                == 1;
    }

    void update(Order order) {
        database.sql("UPDATE orders SET status = :status, payment_id = :payment, cancel_reason = :reason,"
                        + " refunded_at = :refunded, deadline = :deadline WHERE id = :id")
                .param("status", order.status().name())
                .param("payment", order.paymentId().orElse(null))
                .param("reason", order.cancelReason().map(Enum::name).orElse(null))
                .param("refunded", order.refundedAt().map(Orders::time).orElse(null))
                .param("deadline", order.deadline().map(Orders::time).orElse(null))
                .param("id", order.id())
                .update();
    }

    /** The order, kept from everybody else until the end of the transaction. */
    Optional<Order> lock(UUID id) {
        return database.sql(ALL + "WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Orders::read)
                .optional();
    }

    /** Orders whose time is up, those left out that somebody else is at. */
    List<Order> lockOverdue(Instant now, int most) {
        return database.sql(ALL + "WHERE deadline < ? ORDER BY deadline LIMIT ? FOR UPDATE SKIP LOCKED")
                .params(time(now), most)
                .query(Orders::read)
                .list();
    }

    /** An order of a user. */
    public Optional<Order> find(UUID user, UUID id) {
        return database.sql(ALL + "WHERE user_id = ? AND id = ?")
                .params(user, id)
                .query(Orders::read)
                .optional();
    }

    /** The latest orders of a user, those before a given one where there is one. */
    public List<Order> latest(UUID user, Optional<UUID> before, int most) {
        return database.sql(ALL + "WHERE user_id = :user AND (:before::uuid IS NULL OR id < :before::uuid)"
                        + " ORDER BY id DESC LIMIT :most")
                .param("user", user)
                .param("before", before.map(UUID::toString).orElse(null))
                .param("most", most)
                .query(Orders::read)
                .list();
    }

    Optional<Order> byKey(UUID user, String idempotencyKey) {
        return database.sql(ALL + "WHERE user_id = ? AND idempotency_key = ?")
                .params(user, idempotencyKey)
                .query(Orders::read)
                .optional();
    }

    Optional<String> requestHash(UUID user, String idempotencyKey) {
        return database.sql("SELECT request_hash FROM orders WHERE user_id = ? AND idempotency_key = ?")
                .params(user, idempotencyKey)
                .query(String.class)
                .optional();
    }

    private static Order read(ResultSet row, int number) throws SQLException {
        return new Order(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                OrderStatus.valueOf(row.getString("status")),
                List.of(JSON.readValue(row.getString("lines"), OrderLine[].class)),
                row.getString("currency"),
                row.getLong("total"),
                Optional.ofNullable(row.getString("payment_method")),
                Optional.ofNullable(row.getObject("payment_id", UUID.class)),
                Optional.ofNullable(row.getString("cancel_reason")).map(CancelReason::valueOf),
                instant(row.getObject("refunded_at", OffsetDateTime.class)),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("deadline", OffsetDateTime.class)));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
