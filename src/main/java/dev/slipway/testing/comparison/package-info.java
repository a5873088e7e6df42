/** How values of templates and manifests are compared, and where they differ. */
@NullMarked
package dev.slipway.testing.comparison;

import org.jspecify.annotations.NullMarked;
