package dev.slipway.review.change.state;

import dev.slipway.review.change.PropertyChange;
import dev.slipway.review.change.ResourceChange;
import dev.slipway.review.finding.Finding;
import java.util.stream.Stream;

/** Resources of another type under the id of one that there is, which CloudFormation refuses whatever they hold. */
final class TypeChanges {
    private static final String TYPE = "Type";

    private TypeChanges() {}

    static boolean isOne(ResourceChange change) {
        return types(change).findAny().isPresent();
    }

    static Stream<Finding> of(ResourceChange change) {
        return types(change)
                .map(
                        type -> ChangeFinding.error(
                                "change/type-refused",
                                change,
                                TYPE,
                                "(%s) must stay %s: CloudFormation refuses another type under the same logical id, and the deployment fails."
                                        .formatted(
                                                type.after().text(),
                                                type.before().text()),
                                "give the new one a logical id of its own; what the model makes takes another environment, or two deployments, one without it between."));
    }

    private static Stream<PropertyChange> types(ResourceChange change) {
        boolean isKept = change.before().isPresent() && change.after().isPresent();
        return change.properties().stream()
                .filter(property -> isKept && property.path().equals(TYPE))
                .filter(property -> !change.before()
                        .orElseThrow()
                        .type()
                        .equals(change.after().orElseThrow().type()));
    }
}
