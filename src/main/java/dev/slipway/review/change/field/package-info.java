/** What differs between two trees, field by field, and templates with their functions resolved as far as they can be. */
@NullMarked
package dev.slipway.review.change.field;

import org.jspecify.annotations.NullMarked;
