/** Where the pods of a service are found, and with whom they may speak. */
@NullMarked
package dev.slipway.workload.traffic;

import org.jspecify.annotations.NullMarked;
