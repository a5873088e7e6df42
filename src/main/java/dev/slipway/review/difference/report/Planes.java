package dev.slipway.review.difference.report;

import dev.slipway.review.Tree;
import dev.slipway.review.change.Changes;
import dev.slipway.review.change.FieldChange;
import dev.slipway.review.change.Kind;
import dev.slipway.review.change.ObjectChange;
import dev.slipway.review.change.PropertyChange;
import dev.slipway.review.change.ResourceChange;
import dev.slipway.review.difference.Values;
import dev.slipway.review.specification.Replacement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Resources by stack and objects by environment, property by property and field by field. */
final class Planes {
    private Planes() {}

    static Section resources(Changes changes) {
        List<Line> lines = new ArrayList<>();
        String stack = "";
        for (ResourceChange change : changes.resources()) {
            if (!change.stack().equals(stack)) {
                stack = change.stack();
                lines.add(Line.of(stack));
            }
            lines.add(new Line(
                    mark(change.kind()),
                    1,
                    "%s %s%s%s"
                            .formatted(
                                    change.type(),
                                    change.id(),
                                    change.isStateful() ? " (holds data)" : "",
                                    fate(change.kind()))));
            change.properties().forEach(property -> lines.add(line(property)));
        }
        return new Section("AWS resources", counts(changes.resources().stream().map(ResourceChange::kind)), lines);
    }

    private static String fate(Kind kind) {
        return switch (kind) {
            case REPLACED -> " is replaced";
            case MAY_BE_REPLACED -> " may be replaced";
            case ADDED, CHANGED, REMOVED -> "";
        };
    }

    private static Line line(PropertyChange property) {
        String replaces =
                switch (property.replacement()) {
                    case ALWAYS -> " (replaces)";
                    case MAYBE -> " (may replace)";
                    case NEVER -> "";
                };
        Mark mark =
                property.replacement() == Replacement.NEVER ? mark(property.before(), property.after()) : Mark.DANGER;
        String change =
                property.isByReference() ? "what it refers to is another" : values(property.before(), property.after());
        return new Line(mark, 2, property.path() + ": " + change + replaces);
    }

    static Section objects(Changes changes) {
        List<Line> lines = new ArrayList<>();
        String environment = "";
        for (ObjectChange change : changes.objects()) {
            if (!change.environment().equals(environment)) {
                environment = change.environment();
                lines.add(Line.of(environment));
            }
            String restarts = change.restartsPods() && change.change() == Kind.CHANGED ? " (restarts its pods)" : "";
            lines.add(new Line(mark(change.change()), 1, change.kind() + " " + change.name() + restarts));
            change.immutable()
                    .forEach(finding -> lines.add(new Line(Mark.DANGER, 2, finding.field() + " " + finding.what())));
            for (FieldChange field : change.fields()) {
                lines.add(new Line(
                        mark(field.before(), field.after()),
                        2,
                        field.path() + ": " + values(field.before(), field.after())));
            }
        }
        return new Section(
                "Kubernetes objects", counts(changes.objects().stream().map(ObjectChange::change)), lines);
    }

    private static String values(Tree before, Tree after) {
        if (!before.exists()) {
            return Values.brief(after);
        }
        return after.exists() ? Values.change(before, after) : Values.brief(before);
    }

    private static Mark mark(Tree before, Tree after) {
        return !before.exists() ? Mark.ADDED : after.exists() ? Mark.CHANGED : Mark.REMOVED;
    }

    private static Mark mark(Kind kind) {
        return switch (kind) {
            case ADDED -> Mark.ADDED;
            case CHANGED -> Mark.CHANGED;
            case REMOVED -> Mark.REMOVED;
            case REPLACED, MAY_BE_REPLACED -> Mark.DANGER;
        };
    }

    private static String counts(Stream<Kind> kinds) {
        Map<Kind, Long> counts = kinds.collect(
                Collectors.groupingBy(kind -> kind, () -> new EnumMap<>(Kind.class), Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> "%s %s"
                        .formatted(
                                count.getValue(),
                                count.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ')))
                .collect(Collectors.joining(", "));
    }
}
