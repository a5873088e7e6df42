/** The services, each configured by the variables of its contract alone. */
@NullMarked
package dev.slipway.ordering.laptop.service;

import org.jspecify.annotations.NullMarked;
