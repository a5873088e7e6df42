package dev.slipway.review.change.state;

import dev.slipway.review.Resource;
import dev.slipway.review.change.Kind;
import dev.slipway.review.change.PropertyChange;
import dev.slipway.review.change.ResourceChange;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.specification.Replacement;
import dev.slipway.review.specification.ResourceType;
import dev.slipway.review.specification.Specification;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Replacements that fail, since CloudFormation makes the new resource while the old one still has the name that both have. */
final class TakenNames {
    /** Names that several may have. */
    private static final List<String> SHARED = List.of("AWS::Route53::HostedZone");

    private TakenNames() {}

    static Stream<Finding> of(ResourceChange change) {
        if (change.kind() != Kind.REPLACED || SHARED.contains(change.type()) || TypeChanges.isOne(change)) {
            return Stream.empty();
        }
        return change
                .before()
                .flatMap(before -> named(before, change.properties()))
                .map(field -> ChangeFinding.error(
                        "change/name-taken",
                        change,
                        field,
                        "(%s) must be another one: CloudFormation makes the new resource before it deletes the old, which has this name, and fails."
                                .formatted(Fate.name(change)),
                        "keep what replaces it (%s), or give the new one another name.".formatted(replacing(change))))
                .stream();
    }

    /** The property with the name, where it has one and keeps it. */
    private static Optional<String> named(Resource before, List<PropertyChange> properties) {
        return Specification.load()
                .type(before.type())
                .flatMap(ResourceType::nameProperty)
                .filter(name -> before.property(name).exists())
                .filter(name ->
                        properties.stream().noneMatch(change -> change.path().equals(name)));
    }

    private static String replacing(ResourceChange change) {
        return String.join(
                ", ",
                change.properties().stream()
                        .filter(property -> property.replacement() == Replacement.ALWAYS)
                        .map(PropertyChange::path)
                        .toList());
    }
}
