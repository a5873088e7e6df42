/** Turns plans into Kubernetes objects with cdk8s, and writes them in the order in which they must be applied. */
@NullMarked
package dev.slipway.render.kubernetes;

import org.jspecify.annotations.NullMarked;
