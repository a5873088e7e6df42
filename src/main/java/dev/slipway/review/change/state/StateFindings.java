package dev.slipway.review.change.state;

import dev.slipway.review.change.Changes;
import dev.slipway.review.change.PropertyChange;
import dev.slipway.review.change.ResourceChange;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.specification.Replacement;
import java.util.List;
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
        return Stream.of(lost(change), Protection.lowered(change), TakenNames.of(change))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> lost(ResourceChange change) {
        if (!change.isStateful()) {
            return Stream.empty();
        }
        return switch (change.kind()) {
            case REMOVED -> Stream.of(removed(change));
            case REPLACED -> by(change, Replacement.ALWAYS).map(property -> replaced(change, property));
            case MAY_BE_REPLACED -> by(change, Replacement.MAYBE).map(property -> perhapsReplaced(change, property));
            case ADDED, CHANGED -> Stream.empty();
        };
    }

    private static Stream<PropertyChange> by(ResourceChange change, Replacement replacement) {
        return change.properties().stream().filter(property -> property.replacement() == replacement);
    }

    private static Finding removed(ResourceChange change) {
        return new Finding(
                "change/removes-stateful",
                change.toString(),
                Fate.nameField(change),
                "(%s) must stay in the template: %s. Fix: declare again what it was made for; or, where it is to go, save what it holds first, and accept this change."
                        .formatted(Fate.name(change), Fate.ofRemoved(change)));
    }

    private static Finding replaced(ResourceChange change, PropertyChange property) {
        return new Finding(
                "change/replaces-stateful",
                change.toString(),
                property.path(),
                "(%s) must stay %s: another value makes CloudFormation replace it, and %s. Fix: %s."
                        .formatted(property.after(), property.before(), Fate.ofReplaced(change), Fate.fix(change)));
    }

    private static Finding perhapsReplaced(ResourceChange change, PropertyChange property) {
        String why = property.isByReference()
                ? "names a resource that is, or may be, replaced"
                : "was %s, and another value replaces it under conditions of its own".formatted(property.before());
        return new Finding(
                "change/may-replace-stateful",
                change.toString(),
                property.path(),
                "(%s) must not replace it: it %s; if so, %s. Fix: look at the change set before deploying; %s."
                        .formatted(property.after(), why, Fate.ofReplaced(change), Fate.fix(change)));
    }
}
