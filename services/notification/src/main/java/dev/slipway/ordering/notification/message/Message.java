package dev.slipway.ordering.notification.message;

/** What is said. */
public record Message(String subject, String text) {
    @Override
    public String toString() {
        return "message";
    }
}
