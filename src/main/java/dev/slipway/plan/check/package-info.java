/** What can be wrong with a declaration whatever provides its needs. */
@NullMarked
package dev.slipway.plan.check;

import org.jspecify.annotations.NullMarked;
