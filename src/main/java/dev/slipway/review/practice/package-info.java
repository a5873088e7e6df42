/** What AWS takes and everybody advises against: data in the open, without a backup or a key, and doors to the internet. */
@NullMarked
package dev.slipway.review.practice;

import org.jspecify.annotations.NullMarked;
