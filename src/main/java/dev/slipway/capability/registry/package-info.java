/** Where images are kept. */
@NullMarked
package dev.slipway.capability.registry;

import org.jspecify.annotations.NullMarked;
