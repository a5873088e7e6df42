/** What is installed in a cluster beside the platform's own services: add-ons and their Helm charts, as plain data. */
@NullMarked
package dev.slipway.plan.addon;

import org.jspecify.annotations.NullMarked;
