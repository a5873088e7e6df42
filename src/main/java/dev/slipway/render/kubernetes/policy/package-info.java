/** Planned ways on the network as network policies. */
@NullMarked
package dev.slipway.render.kubernetes.policy;

import org.jspecify.annotations.NullMarked;
