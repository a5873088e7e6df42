/** The shape of templates: which properties there are, what stands in them, and what refers to what. */
@NullMarked
package dev.slipway.review.template.shape;

import org.jspecify.annotations.NullMarked;
