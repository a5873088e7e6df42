/** What was planned, in short, as a file beside the manifests: for pictures and comparisons. */
@NullMarked
package dev.slipway.render.topology;

import org.jspecify.annotations.NullMarked;
