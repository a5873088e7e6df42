/** What holds for a whole namespace. */
@NullMarked
package dev.slipway.workload.space;

import org.jspecify.annotations.NullMarked;
