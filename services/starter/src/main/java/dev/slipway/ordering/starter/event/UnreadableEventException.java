package dev.slipway.ordering.starter.event;

/** A record that is no event of its topic, however often it is tried. Its text holds nothing of the event. */
public final class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableEventException(String message) {
        super(message);
    }
}
