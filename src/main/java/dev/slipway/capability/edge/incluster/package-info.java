/** Routes by a controller in the cluster itself: Ingress, Gateway API, Traefik. */
@NullMarked
package dev.slipway.capability.edge.incluster;

import org.jspecify.annotations.NullMarked;
