/** Turns the add-ons of plans into files for Helm: values, a list of charts, and a script that installs them. */
@NullMarked
package dev.slipway.render.helm;

import org.jspecify.annotations.NullMarked;
