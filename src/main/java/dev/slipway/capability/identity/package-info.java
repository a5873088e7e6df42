/** Who services are on AWS, and what they may do there. */
@NullMarked
package dev.slipway.capability.identity;

import org.jspecify.annotations.NullMarked;
