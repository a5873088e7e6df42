package dev.slipway.ordering.auth.events;

import dev.slipway.ordering.auth.credential.Credential;
import dev.slipway.ordering.auth.credential.Credentials;
import dev.slipway.ordering.auth.session.Sessions;
import dev.slipway.ordering.starter.event.Event;
import dev.slipway.ordering.starter.kafka.EventHandler;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes up what user publishes. Whatever changes ends the sessions that were opened before. */
@Component
final class CredentialEvents implements EventHandler<CredentialEvents.CredentialSet> {
    private final Credentials credentials;
    private final Sessions sessions;

    CredentialEvents(Credentials credentials, Sessions sessions) {
        this.credentials = credentials;
        this.sessions = sessions;
    }

    record CredentialSet(UUID userId, String email, String passwordHash, List<String> roles, long version) {
        CredentialSet {
            Objects.requireNonNull(userId);
            Objects.requireNonNull(email);
            Objects.requireNonNull(passwordHash);
            roles = List.copyOf(roles);
        }

        @Override
        public String toString() {
            return "credential %s of %s".formatted(version, userId);
        }
    }

    @Override
    public String topic() {
        return "user.credential.set";
    }

    @Override
    public Class<CredentialSet> data() {
        return CredentialSet.class;
    }

    @Override
    public void handle(Event<CredentialSet> event) {
        CredentialSet set = event.data();
        Credential credential = new Credential(
                set.userId(),
                set.email().toLowerCase(Locale.ROOT),
                set.passwordHash(),
                new TreeSet<>(set.roles()),
                set.version());
        if (credentials.put(credential, event.time())) {
            sessions.end(set.userId());
        }
    }
}
