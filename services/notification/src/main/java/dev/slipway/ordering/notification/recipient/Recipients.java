package dev.slipway.ordering.notification.recipient;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** This service's own copy of names and addresses. */
@Component
public final class Recipients {
    private final JdbcClient database;

    public Recipients(JdbcClient database) {
        this.database = database;
    }

    /** False where as new a version is known. */
    public boolean put(Recipient recipient, long version) {
        return database.sql("INSERT INTO recipients (user_id, email, name, version) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (user_id) DO UPDATE SET email = excluded.email, name = excluded.name,"
                                + " version = excluded.version WHERE recipients.version < excluded.version")
                        .params(recipient.userId(), recipient.email(), recipient.name(), version)
                        .update()
                == 1;
    }

    public Optional<Recipient> find(UUID userId) {
        return database.sql("SELECT user_id, email, name FROM recipients WHERE user_id = ?")
                .param(userId)
                .query((row, number) -> new Recipient(
                        row.getObject("user_id", UUID.class), row.getString("email"), row.getString("name")))
                .optional();
    }
}
