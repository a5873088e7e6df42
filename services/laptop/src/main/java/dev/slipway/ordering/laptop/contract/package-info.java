/** What the platform gives to a service, and lets it do. */
@NullMarked
package dev.slipway.ordering.laptop.contract;

import org.jspecify.annotations.NullMarked;
