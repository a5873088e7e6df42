/** Whose objects are made: a service, or a task that a service needs. */
@NullMarked
package dev.slipway.workload.subject;

import org.jspecify.annotations.NullMarked;
