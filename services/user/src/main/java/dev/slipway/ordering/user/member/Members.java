package dev.slipway.ordering.user.member;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The members in the database. */
@Component
final class Members {
    private static final String ALL = "SELECT id, email, name, password_hash, roles, profile_version,"
            + " credential_version, created_at FROM users WHERE id = ?";

    private final JdbcClient database;

    Members(JdbcClient database) {
        this.database = database;
    }

    /** False where the address is somebody's. */
    boolean insert(Member member) {
        return database.sql("INSERT INTO users (id, email, name, password_hash, roles, profile_version,"
                                + " credential_version, created_at) VALUES (:id, :email, :name, :hash, :roles, :profile,"
                                + " :credential, :created) ON CONFLICT (email) DO NOTHING")
                        .param("id", member.id())
                        .param("email", member.email())
                        .param("name", member.name())
                        .param("hash", member.passwordHash())
                        .param("roles", member.roles().toArray(String[]::new))
                        .param("profile", member.profileVersion())
                        .param("credential", member.credentialVersion())
                        .param("created", member.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean isTaken(String email) {
        return database.sql("SELECT EXISTS (SELECT FROM users WHERE email = ?)")
                .param(email)
                .query(Boolean.class)
                .single();
    }

    /** Fails where the address is somebody else's. */
    void update(Member member) {
        database.sql("UPDATE users SET email = :email, name = :name, password_hash = :hash, roles = :roles,"
                        + " profile_version = :profile, credential_version = :credential WHERE id = :id")
                .param("id", member.id())
                .param("email", member.email())
                .param("name", member.name())
                .param("hash", member.passwordHash())
                .param("roles", member.roles().toArray(String[]::new))
                .param("profile", member.profileVersion())
                .param("credential", member.credentialVersion())
                .update();
    }

    Optional<Member> find(UUID id) {
        return database.sql(ALL).param(id).query(Members::read).optional();
    }

    /** The member, kept from everybody else until the end of the transaction. */
    Optional<Member> lock(UUID id) {
        return database.sql(ALL + " FOR UPDATE").param(id).query(Members::read).optional();
    }

    private static Member read(ResultSet row, int number) throws SQLException {
        Array roles = row.getArray("roles");
        return new Member(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                row.getString("password_hash"),
                Member.roles(Set.of((String[]) roles.getArray())),
                row.getLong("profile_version"),
                row.getLong("credential_version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
