/** Disks of a service's own. */
@NullMarked
package dev.slipway.capability.storage.volume;

import org.jspecify.annotations.NullMarked;
