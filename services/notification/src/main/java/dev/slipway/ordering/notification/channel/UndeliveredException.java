package dev.slipway.ordering.notification.channel;

/** A message that did not get through. The text says nothing personal and names no secret address. */
public final class UndeliveredException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean worthAnotherTry;

    public UndeliveredException(String why, boolean worthAnotherTry) {
        super(why);
        this.worthAnotherTry = worthAnotherTry;
    }

    public boolean isWorthAnotherTry() {
        return worthAnotherTry;
    }
}
