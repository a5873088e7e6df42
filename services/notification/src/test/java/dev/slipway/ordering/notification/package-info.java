@NullMarked
package dev.slipway.ordering.notification;

import org.jspecify.annotations.NullMarked;
