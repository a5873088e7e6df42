package dev.slipway.ordering.notification.recipient;

import java.util.UUID;

/** A member as mail addresses them. */
public record Recipient(UUID userId, String email, String name) {
    /** Nothing that is personal. */
    @Override
    public String toString() {
        return "recipient " + userId;
    }
}
