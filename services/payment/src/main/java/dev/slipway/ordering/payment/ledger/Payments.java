package dev.slipway.ordering.payment.ledger;

import dev.slipway.ordering.starter.observability.Traces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The payments in the database. An order that is cancelled before it asks for its money has a row without a payment. */
@Component
final class Payments {
    private static final String COLUMNS = "order_id, payment_id, user_id, amount, currency, method, status,"
            + " provider_reference, refund_id, requested_at, attempts";

    private final JdbcClient database;
    private final Traces traces;

    Payments(JdbcClient database, Traces traces) {
        this.database = database;
        this.traces = traces;
    }

    /** A payment that the provider is to be called for, and the trace in which that was decided. */
    record Claim(Payment payment, Optional<String> traceparent) {}

    /** False where something is known of the order; one at the same moment is waited for. */
    boolean insert(Payment payment) {
        return written(
                payment,
                "INSERT INTO payments (order_id, payment_id, user_id, amount, currency, method, status, requested_at)"
                        + " VALUES (:order, :payment, :user, :amount, :currency, :method, :status, :requested)"
                        + " ON CONFLICT (order_id) DO NOTHING");
    }

    /** Puts a payment in the place that its cancelled order left; false where there is none. */
    boolean insertCancelled(Payment payment) {
        return written(
                payment,
                "UPDATE payments SET payment_id = :payment, user_id = :user, amount = :amount, currency = :currency,"
                        + " method = :method, status = :status, requested_at = :requested"
                        + " WHERE order_id = :order AND payment_id IS NULL");
    }

    /** Remembers that an order is cancelled; false where it has a payment, or is remembered. */
    boolean remember(UUID order, Instant now) {
        return database.sql("INSERT INTO payments (order_id, amount, currency, status, requested_at)"
                                + " VALUES (?, 0, '---', 'CANCELLED', ?) ON CONFLICT (order_id) DO NOTHING")
                        .params(order, time(now))
                        .update()
                == 1;
    }

    void update(Payment payment, Optional<Instant> dueAt) {
        database.sql("UPDATE payments SET status = :status, provider_reference = :reference, refund_id = :refund,"
                        + " attempts = :attempts, due_at = :due, traceparent = :trace WHERE order_id = :order")
                .param("status", payment.status().name())
                .param("reference", payment.reference().orElse(null))
                .param("refund", payment.refundId().orElse(null))
                .param("attempts", payment.attempts())
                .param("due", dueAt.map(Payments::time).orElse(null))
                .param("trace", traces.current().orElse(null))
                .param("order", payment.orderId())
                .update();
    }

    /** The payment of an order, kept from everybody else until the end of the transaction. */
    Optional<Payment> lock(UUID order) {
        return database.sql(
                        "SELECT " + COLUMNS + " FROM payments WHERE order_id = ? AND payment_id IS NOT NULL FOR UPDATE")
                .param(order)
                .query(Payments::read)
                .optional();
    }

    /** Takes payments that are due, so that nobody else does during the lease, and counts the attempt. */
    List<Claim> claim(Instant now, Duration lease, int most) {
        return database.sql("UPDATE payments SET due_at = :until, attempts = attempts + 1 WHERE order_id IN"
                        + " (SELECT order_id FROM payments WHERE due_at <= :now ORDER BY due_at LIMIT :most"
                        + " FOR UPDATE SKIP LOCKED) RETURNING traceparent, " + COLUMNS)
                .param("until", time(now.plus(lease)))
                .param("now", time(now))
                .param("most", most)
                .query((row, number) -> new Claim(read(row, number), Optional.ofNullable(row.getString("traceparent"))))
                .list();
    }

    /** Takes one payment if it is due. */
    Optional<Payment> claim(UUID order, Instant now, Duration lease) {
        return database.sql("UPDATE payments SET due_at = :until, attempts = attempts + 1"
                        + " WHERE order_id = :order AND due_at <= :now RETURNING " + COLUMNS)
                .param("until", time(now.plus(lease)))
                .param("order", order)
                .param("now", time(now))
                .query(Payments::read)
                .optional();
    }

    private boolean written(Payment payment, String statement) {
        return database.sql(statement)
                        .param("order", payment.orderId())
                        .param("payment", payment.paymentId())
                        .param("user", payment.userId())
                        .param("amount", payment.amount())
                        .param("currency", payment.currency())
                        .param("method", payment.method().orElse(null))
                        .param("status", payment.status().name())
                        .param("requested", time(payment.requestedAt()))
                        .update()
                == 1;
    }

    private static Payment read(ResultSet row, int number) throws SQLException {
        return new Payment(
                row.getObject("order_id", UUID.class),
                row.getObject("payment_id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getLong("amount"),
                row.getString("currency"),
                Optional.ofNullable(row.getString("method")),
                Payment.Status.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("provider_reference")),
                Optional.ofNullable(row.getObject("refund_id", UUID.class)),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
