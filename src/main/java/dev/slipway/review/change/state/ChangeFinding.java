package dev.slipway.review.change.state;

import dev.slipway.review.change.ResourceChange;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.finding.Location;
import dev.slipway.review.finding.Severity;

/** A finding about a change of a resource. */
final class ChangeFinding {
    private ChangeFinding() {}

    static Finding error(String rule, ResourceChange change, String field, String what, String fix) {
        Location location = change.after()
                .or(change::before)
                .map(resource -> Location.of(resource.template()))
                .orElse(Location.UNKNOWN);
        return new Finding(rule, Severity.ERROR, change.toString(), field, what, fix, location);
    }
}
