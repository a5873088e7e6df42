/** What a change does, on both planes, most dangerous first. */
@NullMarked
package dev.slipway.review.difference;

import org.jspecify.annotations.NullMarked;
