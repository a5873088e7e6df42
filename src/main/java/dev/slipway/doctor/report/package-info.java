/** A diagnosis as text and as JSON. */
@NullMarked
package dev.slipway.doctor.report;

import org.jspecify.annotations.NullMarked;
