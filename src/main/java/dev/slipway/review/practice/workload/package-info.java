/** What a cluster takes and everybody advises against: pods without probes or bounds, and doors to other pods, roles and hosts. */
@NullMarked
package dev.slipway.review.practice.workload;

import org.jspecify.annotations.NullMarked;
