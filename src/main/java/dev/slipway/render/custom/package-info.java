/**
 * The doors out: what a user changes in what was rendered before it is written, where no choice says it. Hooks get the
 * construct, patches name a path.
 */
@NullMarked
package dev.slipway.render.custom;

import org.jspecify.annotations.NullMarked;
