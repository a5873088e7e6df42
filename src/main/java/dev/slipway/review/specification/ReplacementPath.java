package dev.slipway.review.specification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The way from a type to a field somewhere below it. */
final class ReplacementPath {
    private final List<String> steps;
    private final ResourceType type;
    private final Replacement worst;
    private final Optional<Property> last;

    private record Point(Optional<Property> property, Replacement worst) {}

    ReplacementPath(ResourceType type, String path) {
        this.type = type;
        this.steps = List.of(path.split("\\.", -1));
        Point end = walk(type.properties(), 0, Replacement.NEVER);
        this.last = end.property();
        Replacement below = end.property().isPresent()
                        && hasReplacingPart(end.property().get().type(), new TreeSet<>())
                ? Replacement.MAYBE
                : Replacement.NEVER;
        this.worst = end.worst().or(below).or(named());
    }

    Replacement worst() {
        return worst;
    }

    Optional<Property> last() {
        return last;
    }

    private Point walk(Map<String, Property> fields, int at, Replacement so) {
        Property property = fields.get(steps.get(at));
        if (property == null) {
            return new Point(Optional.empty(), so);
        }
        return below(property, property.type(), at + 1, so.or(property.replacement()));
    }

    private Point below(Property holder, ValueType value, int at, Replacement so) {
        if (at == steps.size()) {
            return new Point(Optional.of(new Property(value, holder.isRequired(), holder.replacement())), so);
        }
        if (value instanceof Structure structure) {
            return walk(structure.fields(), at, so);
        }
        if (value instanceof ValueType.ListOf list) {
            return below(holder, list.item(), at + 1, so);
        }
        if (value instanceof ValueType.MapOf map) {
            // keys may have dots of their own
            boolean isPlain = map.value() instanceof ValueType.Scalar || map.value() instanceof ValueType.Among;
            return below(holder, map.value(), isPlain ? steps.size() : at + 1, so);
        }
        if (value instanceof ValueType.OneOf one) {
            return one.types().stream()
                    .map(type -> below(holder, type, at, so))
                    .reduce((a, b) ->
                            new Point(a.property().or(b::property), a.worst().or(b.worst())))
                    .orElse(new Point(Optional.empty(), so));
        }
        boolean isOpen = value == ValueType.Scalar.JSON;
        return new Point(isOpen ? Optional.of(holder) : Optional.empty(), so);
    }

    private static boolean hasReplacingPart(ValueType value, Set<String> seen) {
        if (value instanceof Structure structure) {
            return seen.add(structure.name())
                    && structure.fields().values().stream()
                            .anyMatch(field ->
                                    field.replacement() != Replacement.NEVER || hasReplacingPart(field.type(), seen));
        }
        return parts(value).anyMatch(part -> hasReplacingPart(part, seen));
    }

    private static Stream<ValueType> parts(ValueType value) {
        if (value instanceof ValueType.ListOf list) {
            return Stream.of(list.item());
        }
        if (value instanceof ValueType.MapOf map) {
            return Stream.of(map.value());
        }
        return value instanceof ValueType.OneOf one ? one.types().stream() : Stream.empty();
    }

    /** By the paths that the type lists, where * is any index. */
    private Replacement named() {
        return type.replacedBy().stream()
                .map(path -> List.of(path.split("\\.", -1)))
                .map(this::against)
                .reduce(Replacement.NEVER, Replacement::or);
    }

    private Replacement against(List<String> path) {
        for (int at = 0; at < Math.min(path.size(), steps.size()); at++) {
            if (!path.get(at).equals("*") && !path.get(at).equals(steps.get(at))) {
                return Replacement.NEVER;
            }
        }
        return steps.size() >= path.size() ? Replacement.ALWAYS : Replacement.MAYBE;
    }
}
