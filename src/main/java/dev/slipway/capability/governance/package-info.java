/** What a company asks of every resource: tags, boundaries, how it is deployed, how long logs are kept. */
@NullMarked
package dev.slipway.capability.governance;

import org.jspecify.annotations.NullMarked;
