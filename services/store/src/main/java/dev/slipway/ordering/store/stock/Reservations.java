package dev.slipway.ordering.store.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The reservations in the database. */
@Component
final class Reservations {
    private static final String ALL = "SELECT order_id, status, lines, expires_at FROM reservations ";
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;

    Reservations(JdbcClient database) {
        this.database = database;
    }

    /** False where the order is known already; one at the same moment is waited for. */
    boolean insert(Reservation reservation) {
        return database.sql(
                                "INSERT INTO reservations (order_id, status, lines, expires_at)"
                                        + " VALUES (:order, :status, :lines::jsonb, :expires) ON CONFLICT (order_id) DO NOTHING")
                        .param("order", reservation.orderId())
                        .param("status", reservation.status().name())
                        .param("lines", JSON.writeValueAsString(reservation.lines()))
                        .param(
                                "expires",
                                reservation.expiresAt().map(Reservations::time).orElse(null))
                        .update()
                == 1;
    }

    void update(UUID order, Reservation.Status status) {
        database.sql("UPDATE reservations SET status = ?, changed_at = now() WHERE order_id = ?")
                .params(status.name(), order)
                .update();
    }

    /** The reservation, kept from everybody else until the end of the transaction. */
    Optional<Reservation> lock(UUID order) {
        return database.sql(ALL + "WHERE order_id = ? FOR UPDATE")
                .param(order)
                .query(Reservations::read)
                .optional();
    }

    /** Those whose time is up, those left out that somebody else is at. */
    List<Reservation> lockExpired(Instant now, int most) {
        return database.sql(ALL
                        + "WHERE status = 'HELD' AND expires_at < ? ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED")
                .params(time(now), most)
                .query(Reservations::read)
                .list();
    }

    private static Reservation read(ResultSet row, int number) throws SQLException {
        return new Reservation(
                row.getObject("order_id", UUID.class),
                Reservation.Status.valueOf(row.getString("status")),
                List.of(JSON.readValue(row.getString("lines"), Line[].class)),
                Optional.ofNullable(row.getObject("expires_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
