package dev.slipway.review.change.state;

import dev.slipway.review.Tree;
import dev.slipway.review.change.Changes;
import dev.slipway.review.change.PropertyChange;
import dev.slipway.review.change.ResourceChange;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.specification.Replacement;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Looks for changes that replace or remove what holds state, that take away what protects it, or that CloudFormation refuses since a name is
 * taken.
 *
 * <pre>{@code
 * assertThat(StateFindings.of(Changes.between(main, branch))).isEmpty();
 * }</pre>
 */
public final class StateFindings {
    private StateFindings() {}

    /** Everything found, resource by resource. */
    public static List<Finding> of(Changes changes) {
        return changes.resources().stream().flatMap(StateFindings::of).toList();
    }

    private static Stream<Finding> of(ResourceChange change) {
        return Stream.of(lost(change), Protection.lowered(change), TypeChanges.of(change), TakenNames.of(change))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> lost(ResourceChange change) {
        if (!change.isStateful()) {
            return Stream.empty();
        }
        return switch (change.kind()) {
            case REMOVED -> Stream.of(removed(change));
            case REPLACED -> Stream.of(replaced(change, by(change, Replacement.ALWAYS)));
            case MAY_BE_REPLACED -> Stream.of(perhapsReplaced(change, by(change, Replacement.MAYBE)));
            case ADDED, CHANGED -> Stream.empty();
        };
    }

    private static List<PropertyChange> by(ResourceChange change, Replacement replacement) {
        return change.properties().stream()
                .filter(property -> property.replacement() == replacement)
                .toList();
    }

    private static Finding removed(ResourceChange change) {
        return ChangeFinding.error(
                "change/removes-stateful",
                change,
                Fate.nameField(change),
                "(%s) must stay in the template: %s.".formatted(Fate.name(change), Fate.ofRemoved(change)),
                "declare again what it was made for; or, where it is to go, save what it holds first, and accept this change.");
    }

    private static Finding replaced(ResourceChange change, List<PropertyChange> properties) {
        return ChangeFinding.error(
                "change/replaces-stateful",
                change,
                paths(properties),
                "(%s) must stay (%s): a change makes CloudFormation replace it, and %s."
                        .formatted(
                                values(properties, PropertyChange::after),
                                values(properties, PropertyChange::before),
                                Fate.ofReplaced(change)),
                Fate.fix(change) + ".");
    }

    private static Finding perhapsReplaced(ResourceChange change, List<PropertyChange> properties) {
        String why = properties.stream().allMatch(PropertyChange::isByReference)
                ? "names what is, or may be, another resource"
                : "was (%s), and some changes of it replace".formatted(values(properties, PropertyChange::before));
        return ChangeFinding.error(
                        "change/may-replace-stateful",
                        change,
                        paths(properties),
                        "(%s) must not replace it: it %s; if so, %s."
                                .formatted(values(properties, PropertyChange::after), why, Fate.ofReplaced(change)),
                        "look at the change set before deploying; %s.".formatted(Fate.fix(change)))
                .asWarning();
    }

    private static String paths(List<PropertyChange> properties) {
        return String.join(", ", properties.stream().map(PropertyChange::path).toList());
    }

    private static String values(List<PropertyChange> properties, Function<PropertyChange, Tree> side) {
        return String.join(", ", properties.stream().map(side).map(Fate::text).toList());
    }
}
