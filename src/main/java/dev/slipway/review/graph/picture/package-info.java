/** Pictures as SVG and PNG: where each box and arrow is, and how it is drawn. */
@NullMarked
package dev.slipway.review.graph.picture;

import org.jspecify.annotations.NullMarked;
