/** Ways on the network that services declare, and the VPC that holds them. */
@NullMarked
package dev.slipway.capability.network;

import org.jspecify.annotations.NullMarked;
