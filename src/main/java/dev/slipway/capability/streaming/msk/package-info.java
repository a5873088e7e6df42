/** Amazon MSK: clusters of standard or Express brokers, serverless ones, and those that exist already. */
@NullMarked
package dev.slipway.capability.streaming.msk;

import org.jspecify.annotations.NullMarked;
