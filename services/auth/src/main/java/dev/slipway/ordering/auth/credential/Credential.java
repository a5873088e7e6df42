package dev.slipway.ordering.auth.credential;

import java.util.SortedSet;
import java.util.UUID;

/** What a member signs in with. */
public record Credential(UUID userId, String email, String passwordHash, SortedSet<String> roles, long version) {
    @Override
    public String toString() {
        return "credential %s of %s".formatted(version, userId);
    }
}
