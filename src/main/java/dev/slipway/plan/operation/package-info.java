/** What those who operate a platform decide or are told, whatever provides its parts. */
@NullMarked
package dev.slipway.plan.operation;

import org.jspecify.annotations.NullMarked;
