/** Workflows of GitHub Actions that review changes of a platform, as data, and as the files that GitHub reads. */
@NullMarked
package dev.slipway.delivery.github;

import org.jspecify.annotations.NullMarked;
