package dev.slipway.platform;

import dev.slipway.platform.topology.End;
import dev.slipway.platform.topology.Link;
import java.util.List;

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

    /**
     * What it links its service with in a picture of the platform; by default a store of the service's own, called what
     * the need is. None where there is nothing to be seen.
     */
    default List<Link> links() {
        return List.of(Link.uses(End.OfStore.own(describe())));
    }
}
