@NullMarked
package dev.slipway.ordering.starter.database;

import org.jspecify.annotations.NullMarked;
