@NullMarked
package dev.slipway.ordering.checks.configuration;

import org.jspecify.annotations.NullMarked;
