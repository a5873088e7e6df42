/** Servers that keep data in the cluster: brokers, databases, caches. */
@NullMarked
package dev.slipway.render.kubernetes.server;

import org.jspecify.annotations.NullMarked;
