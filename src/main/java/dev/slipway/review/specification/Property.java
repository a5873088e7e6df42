package dev.slipway.review.specification;

/**
 * A property of a type, or a field of a structure below one.
 *
 * @param replacement what a change of this property does by itself; see {@link ResourceType#replacement} for a path
 */
public record Property(ValueType type, boolean isRequired, Replacement replacement) {}
