package dev.slipway.review.difference.permission;

import dev.slipway.review.difference.shift.Kind;

/**
 * What a policy belongs to.
 *
 * @param kind identity policy, trust policy or policy of a resource
 * @param name {@code role ordering.prod.order}
 */
record Holder(Kind kind, String place, String name) {}
