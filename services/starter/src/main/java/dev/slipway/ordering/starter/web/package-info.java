/** Problem details, and the limits on what a client may send. */
@NullMarked
package dev.slipway.ordering.starter.web;

import org.jspecify.annotations.NullMarked;
