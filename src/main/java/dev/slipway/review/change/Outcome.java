package dev.slipway.review.change;

import dev.slipway.review.Resource;
import dev.slipway.review.specification.Replacement;
import java.util.List;
import java.util.stream.Stream;

/** What the differing properties of a resource together do to it. */
final class Outcome {
    private static final String DELETION = "DeletionPolicy";
    private static final String REPLACEMENT = "UpdateReplacePolicy";

    private Outcome() {}

    static ResourceChange withProperties(ResourceChange change, List<PropertyChange> properties) {
        Kind kind = kind(change, properties);
        return new ResourceChange(
                change.stack(),
                change.id(),
                change.type(),
                kind,
                properties,
                change.isStateful(),
                retention(change, kind, properties),
                change.before(),
                change.after());
    }

    private static Kind kind(ResourceChange change, List<PropertyChange> properties) {
        if (change.before().isEmpty() || change.after().isEmpty()) {
            return change.kind();
        }
        return switch (properties.stream()
                .map(PropertyChange::replacement)
                .reduce(Replacement.NEVER, Replacement::or)) {
            case NEVER -> Kind.CHANGED;
            case MAYBE -> Kind.MAY_BE_REPLACED;
            case ALWAYS -> Kind.REPLACED;
        };
    }

    /** A replaced one as the lesser of both templates says, since which of them counts is nowhere documented. */
    private static Retention retention(ResourceChange change, Kind kind, List<PropertyChange> properties) {
        boolean isGone = kind == Kind.REMOVED || properties.stream().anyMatch(PropertyChange::isOfIdentity);
        if (isGone) {
            return policies(change.before().stream(), DELETION);
        }
        return kind == Kind.REPLACED || kind == Kind.MAY_BE_REPLACED
                ? policies(Stream.concat(change.before().stream(), change.after().stream()), REPLACEMENT)
                : policies(change.after().stream(), DELETION);
    }

    private static Retention policies(Stream<Resource> resources, String attribute) {
        return resources
                .map(resource -> Retention.of(resource.tree(), attribute))
                .reduce(Retention::lesser)
                .orElse(Retention.DELETED);
    }
}
