/** Which people reach a cluster, and how far. */
@NullMarked
package dev.slipway.capability.identity.access;

import org.jspecify.annotations.NullMarked;
