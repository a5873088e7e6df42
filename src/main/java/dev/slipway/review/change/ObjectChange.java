package dev.slipway.review.change;

import dev.slipway.review.Manifest;
import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What happens to a Kubernetes object.
 *
 * @param kind the object's: {@code Deployment}
 * @param namespace empty for what belongs to the cluster
 * @param change {@link Kind#ADDED}, {@link Kind#CHANGED} or {@link Kind#REMOVED}
 * @param fields what differs; none for what was added or removed
 * @param restartsPods whether its pods are replaced
 * @param immutable fields that the API server would refuse to change
 */
public record ObjectChange(
        String environment,
        String kind,
        String namespace,
        String name,
        Kind change,
        List<FieldChange> fields,
        boolean restartsPods,
        List<Finding> immutable,
        Optional<Manifest> before,
        Optional<Manifest> after) {

    public ObjectChange {
        fields = List.copyOf(fields);
        immutable = List.copyOf(immutable);
    }

    /** {@code Deployment order in prod}. */
    @Override
    public String toString() {
        return "%s %s in %s".formatted(kind, name, environment);
    }
}
