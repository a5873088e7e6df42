package dev.slipway.review.change.field;

import dev.slipway.review.Tree;

/**
 * A value that differs; of what was added or removed, the topmost.
 *
 * @param path fields parted by dots, items of lists and keys with dots in brackets:
 *     {@code spec.template.spec.containers[order].env[KAFKA_SERVERS].value}, {@code SubnetIds[2]}
 * @param before {@link Tree#NOTHING} where it was added
 * @param after {@link Tree#NOTHING} where it was removed
 */
public record FieldDifference(String path, Tree before, Tree after) {}
