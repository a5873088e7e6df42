/** A planned service as Kubernetes objects. */
@NullMarked
package dev.slipway.workload;

import org.jspecify.annotations.NullMarked;
