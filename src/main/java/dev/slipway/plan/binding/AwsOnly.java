package dev.slipway.plan.binding;

/**
 * Marks a choice that has no meaning where the cluster of an environment is not on AWS: what adds to AWS stacks is marked
 * by its face already. Chosen by such an environment it is a problem; chosen by the platform it is left out there.
 *
 * <pre>{@code
 * public record CostCenter(String number, Origin origin) implements Choice, AwsOnly { ... }
 * }</pre>
 */
public interface AwsOnly {}
