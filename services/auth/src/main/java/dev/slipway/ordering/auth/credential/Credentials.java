package dev.slipway.ordering.auth.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The credentials in the database: a copy, whose original is in user. */
@Component
public final class Credentials {
    private static final String ALL = "SELECT user_id, email, password_hash, roles, version FROM credentials ";

    private final JdbcClient database;

    Credentials(JdbcClient database) {
        this.database = database;
    }

    /** False where as new a one is known. */
    public boolean put(Credential credential, Instant setAt) {
        return database.sql("INSERT INTO credentials (user_id, email, password_hash, roles, version, set_at)"
                                + " VALUES (:user, :email, :hash, :roles, :version, :at) ON CONFLICT (user_id) DO UPDATE"
                                + " SET email = excluded.email, password_hash = excluded.password_hash,"
                                + " roles = excluded.roles, version = excluded.version, set_at = excluded.set_at"
                                + " WHERE credentials.version < excluded.version")
                        .param("user", credential.userId())
                        .param("email", credential.email())
                        .param("hash", credential.passwordHash())
                        .param("roles", credential.roles().toArray(String[]::new))
                        .param("version", credential.version())
                        .param("at", setAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /**
     * Whose address it is, in any letters. Events of two members overtake each other: of an address that one gave up and
     * another took, the newer counts.
     */
    public Optional<Credential> byEmail(String email) {
        return database.sql(ALL + "WHERE email = ? ORDER BY set_at DESC, user_id DESC LIMIT 1")
                .param(email.toLowerCase(Locale.ROOT))
                .query(Credentials::read)
                .optional();
    }

    public Optional<Credential> byUser(UUID user) {
        return database.sql(ALL + "WHERE user_id = ?")
                .param(user)
                .query(Credentials::read)
                .optional();
    }

    /** Keeps the same password by a newer hash, if nothing has changed meanwhile. */
    public void rehash(Credential old, String hash) {
        database.sql("UPDATE credentials SET password_hash = ? WHERE user_id = ? AND version = ? AND password_hash = ?")
                .params(hash, old.userId(), old.version(), old.passwordHash())
                .update();
    }

    private static Credential read(ResultSet row, int number) throws SQLException {
        return new Credential(
                row.getObject("user_id", UUID.class),
                row.getString("email"),
                row.getString("password_hash"),
                new TreeSet<>(List.of((String[]) row.getArray("roles").getArray())),
                row.getLong("version"));
    }
}
