package dev.slipway.review.change.state;

import dev.slipway.review.change.Kind;
import dev.slipway.review.change.PropertyChange;
import dev.slipway.review.change.ResourceChange;
import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/** What keeps a resource from being deleted. */
final class Protection {
    private static final List<String> POLICIES = List.of("DeletionPolicy", "UpdateReplacePolicy");
    private static final List<String> KEPT = List.of("Retain", "RetainExceptOnCreate");
    private static final List<String> SWITCHES =
            List.of("DeletionProtection", "DeletionProtectionEnabled", "ResourcesVpcConfig.DeletionProtection");

    private Protection() {}

    static Stream<Finding> lowered(ResourceChange change) {
        boolean isKept = change.isStateful() && change.kind() != Kind.ADDED && change.kind() != Kind.REMOVED;
        return isKept
                ? change.properties().stream().filter(Protection::isLowered).map(property -> finding(change, property))
                : Stream.empty();
    }

    private static boolean isLowered(PropertyChange property) {
        boolean isReleased = POLICIES.contains(property.path())
                && KEPT.contains(property.before().text())
                && !KEPT.contains(property.after().text());
        boolean isSwitchedOff = SWITCHES.contains(property.path())
                && property.before().isTrue()
                && !property.after().isTrue();
        return isReleased || isSwitchedOff;
    }

    private static Finding finding(ResourceChange change, PropertyChange property) {
        return ChangeFinding.error(
                "change/unprotects-stateful",
                change,
                property.path(),
                "(%s) must stay %s: nothing else keeps a later mistake from deleting it."
                        .formatted(Fate.text(property.after()), Fate.text(property.before())),
                "keep the environment production(), or accept this change where it is to go.");
    }
}
