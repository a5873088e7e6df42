/** Services that use Kubernetes' own API. */
@NullMarked
package dev.slipway.capability.identity.token;

import org.jspecify.annotations.NullMarked;
