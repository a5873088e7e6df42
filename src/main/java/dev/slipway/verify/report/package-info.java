/** A verification as text, as Markdown and as JSON. */
@NullMarked
package dev.slipway.verify.report;

import org.jspecify.annotations.NullMarked;
