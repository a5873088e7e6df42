package dev.slipway.review.change;

import dev.slipway.review.Synthesis;
import dev.slipway.review.specification.Specification;
import java.util.List;
import java.util.function.Predicate;

/**
 * What deploying one snapshot over another does, on both planes. Hashes of assets and what the CDK writes for itself are left out.
 *
 * <pre>{@code
 * Changes changes = Changes.between(Synthesis.of(filesOfMain), Synthesis.of(filesOfThisBranch));
 * changes.resources(change -> change.isStateful() && change.kind() == Kind.REPLACED)
 * }</pre>
 *
 * @param resources stack by stack, in the order of the templates; what was removed last
 * @param objects environment by environment, in the order in which they are applied; what was removed last
 */
public record Changes(List<ResourceChange> resources, List<ObjectChange> objects) {
    public Changes {
        resources = List.copyOf(resources);
        objects = List.copyOf(objects);
    }

    /** Everything that differs. */
    public static Changes between(Synthesis before, Synthesis after) {
        return new Changes(
                ResourceComparison.between(before, after, Specification.load()),
                ObjectComparison.between(before, after));
    }

    public List<ResourceChange> resources(Predicate<ResourceChange> which) {
        return resources.stream().filter(which).toList();
    }

    public boolean isEmpty() {
        return resources.isEmpty() && objects.isEmpty();
    }
}
