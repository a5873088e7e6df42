/** Snapshots of what a project rendered at another commit, which it is built and run for. */
@NullMarked
package dev.slipway.revision;

import org.jspecify.annotations.NullMarked;
