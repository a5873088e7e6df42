/** The pods of services and tasks: who they are, what they find, how they are watched and where they run. */
@NullMarked
package dev.slipway.workload.pod;

import org.jspecify.annotations.NullMarked;
