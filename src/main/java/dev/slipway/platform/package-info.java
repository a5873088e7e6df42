/**
 * Declares a platform: services, what they need, and the environments they run in. Nothing here knows AWS or Kubernetes;
 * nothing here does I/O. Mistakes are found by the plan, all at once.
 */
@NullMarked
package dev.slipway.platform;

import org.jspecify.annotations.NullMarked;
