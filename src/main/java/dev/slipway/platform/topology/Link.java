package dev.slipway.platform.topology;

/**
 * What a need links its service with, and how: an arrow in the picture of its platform, and a line in a comparison of two.
 *
 * <pre>{@code
 * public record Queue(String name, Origin origin) implements Need {
 *     public List<Link> links() {
 *         return List.of(Link.uses(End.OfStore.shared("queue", name)));
 *     }
 * }
 * }</pre>
 */
public record Link(Relation relation, End end) {
    /** How a service and the other end are related. */
    public enum Relation {
        /** The service writes events to a topic. */
        PUBLISHES(false),
        /** The service works off the events of a topic. */
        CONSUMES(true),
        /** The service keeps a copy of a compacted topic. */
        MATERIALIZES(true),
        /** The service keeps something in a store, or reads it there. */
        USES(false),
        /** The service sends requests to another one, or is sent some. */
        CALLS(false),
        /** The service is called by what is outside of the platform. */
        CALLED(true),
        /** The service opens connections to what is outside of the platform. */
        REACHES(false),
        /** The service answers requests from the internet. */
        ROUTES(true);

        private final boolean leadsHere;

        Relation(boolean leadsHere) {
            this.leadsHere = leadsHere;
        }

        /** Whether the arrow leads to the service, and not away from it. */
        public boolean leadsHere() {
            return leadsHere;
        }
    }

    public static Link publishes(End.OfTopic topic) {
        return new Link(Relation.PUBLISHES, topic);
    }

    public static Link consumes(End.OfTopic topic) {
        return new Link(Relation.CONSUMES, topic);
    }

    public static Link materializes(End.OfTopic topic) {
        return new Link(Relation.MATERIALIZES, topic);
    }

    public static Link uses(End.OfStore store) {
        return new Link(Relation.USES, store);
    }

    public static Link calls(End.OfService service) {
        return new Link(Relation.CALLS, service);
    }

    /** Requests from pods of another namespace. */
    public static Link calledFrom(End.OfNamespace namespace) {
        return new Link(Relation.CALLED, namespace);
    }

    public static Link reaches(End outside) {
        return new Link(Relation.REACHES, outside);
    }

    public static Link routes(End.OfRoute route) {
        return new Link(Relation.ROUTES, route);
    }
}
