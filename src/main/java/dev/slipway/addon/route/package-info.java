/** Add-ons that lead requests to services. */
@NullMarked
package dev.slipway.addon.route;

import org.jspecify.annotations.NullMarked;
