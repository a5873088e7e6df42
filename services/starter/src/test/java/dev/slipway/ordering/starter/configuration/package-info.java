@NullMarked
package dev.slipway.ordering.starter.configuration;

import org.jspecify.annotations.NullMarked;
