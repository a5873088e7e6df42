package dev.slipway.ordering.auth.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The sessions in the database, and the refresh tokens that each has had. Called in a transaction. */
@Component
public final class Sessions {
    private final JdbcClient database;
    private final Clock clock;

    Sessions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A refresh token as it is known. */
    record Held(UUID session, UUID user, boolean isUsed, boolean isOver) {}

    void open(UUID id, UUID user, Instant expiresAt) {
        database.sql("INSERT INTO sessions (id, user_id, created_at, expires_at) VALUES (?, ?, ?, ?)")
                .params(id, user, time(clock.instant()), time(expiresAt))
                .update();
    }

    void give(UUID session, RefreshToken token) {
        database.sql("INSERT INTO refresh_tokens (digest, session_id) VALUES (?, ?)")
                .params(token.digest(), session)
                .update();
    }

    /** The token and its session, kept from everybody else until the end of the transaction. */
    Optional<Held> lock(RefreshToken token) {
        return database.sql("SELECT s.id, s.user_id, s.expires_at, s.ended_at, t.used_at FROM refresh_tokens t"
                        + " JOIN sessions s ON s.id = t.session_id WHERE t.digest = ? FOR UPDATE")
                .param(token.digest())
                .query((row, number) -> held(row))
                .optional();
    }

    void use(RefreshToken token) {
        database.sql("UPDATE refresh_tokens SET used_at = ? WHERE digest = ?")
                .params(time(clock.instant()), token.digest())
                .update();
    }

    void endOne(UUID session) {
        database.sql("UPDATE sessions SET ended_at = ? WHERE id = ? AND ended_at IS NULL")
                .params(time(clock.instant()), session)
                .update();
    }

    /** Ends every session of a member. */
    public void end(UUID user) {
        database.sql("UPDATE sessions SET ended_at = ? WHERE user_id = ? AND ended_at IS NULL")
                .params(time(clock.instant()), user)
                .update();
    }

    /** A token that is shown again after its session is forgotten is unknown, and refused all the same. */
    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forget() {
        database.sql("DELETE FROM sessions WHERE expires_at < now() - interval '1 day'"
                        + " OR ended_at < now() - interval '1 day'")
                .update();
    }

    private Held held(ResultSet row) throws SQLException {
        boolean isOver = row.getObject("ended_at") != null
                || !row.getObject("expires_at", OffsetDateTime.class)
                        .toInstant()
                        .isAfter(clock.instant());
        return new Held(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getObject("used_at") != null,
                isOver);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
