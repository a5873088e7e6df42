/** What rules find, as values and as text. */
@NullMarked
package dev.slipway.review.rule.report;

import org.jspecify.annotations.NullMarked;
