/** Everything that is wrong with a platform: with its plan, and with what it was rendered to. */
@NullMarked
package dev.slipway.check;

import org.jspecify.annotations.NullMarked;
