/** What a need says of the picture of its platform: what it links its service with. */
@NullMarked
package dev.slipway.platform.topology;

import org.jspecify.annotations.NullMarked;
