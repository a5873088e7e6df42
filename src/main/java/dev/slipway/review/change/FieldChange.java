package dev.slipway.review.change;

import dev.slipway.review.Tree;

/**
 * A field of a Kubernetes object that differs.
 *
 * @param path items of lists by their merge key: {@code spec.template.spec.containers[order].env[KAFKA_SERVERS].value}
 * @param before {@link Tree#NOTHING} where it was added
 * @param after {@link Tree#NOTHING} where it was removed; where only the order of a list differs, both are the keys of its items
 */
public record FieldChange(String path, Tree before, Tree after) {}
