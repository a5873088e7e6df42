/** What tells people how a platform is doing. */
@NullMarked
package dev.slipway.capability.observability;

import org.jspecify.annotations.NullMarked;
