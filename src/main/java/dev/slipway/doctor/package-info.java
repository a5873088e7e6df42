/** Whether a machine and its accounts are ready for a platform: each thing with what was found, what is needed, and the fix. */
@NullMarked
package dev.slipway.doctor;

import org.jspecify.annotations.NullMarked;
