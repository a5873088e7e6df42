/** The add-ons that Slipway knows, with the versions of their charts in {@link dev.slipway.addon.Catalogue}. */
@NullMarked
package dev.slipway.addon;

import org.jspecify.annotations.NullMarked;
