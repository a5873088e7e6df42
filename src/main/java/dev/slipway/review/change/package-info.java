/** What it means that a snapshot follows another: what AWS and a cluster do with each resource and object, and what they refuse. */
@NullMarked
package dev.slipway.review.change;

import org.jspecify.annotations.NullMarked;
