package dev.slipway.platform;

/**
 * What a service asks for, such as a topic that it publishes or a database. A capability seals its own family of needs;
 * a user adds one with a class of their own, and a provider that meets it.
 *
 * <pre>{@code
 * Service.java("order").needs(postgres(), publishes(ORDER_PLACED), route("/api/orders"))
 * }</pre>
 */
public interface Need {
    /** Where in the user's program the need was declared. */
    Origin origin();

    /** The need in a reader's words, as messages and reports name it: {@code publishes order.placed}. */
    String describe();
}
