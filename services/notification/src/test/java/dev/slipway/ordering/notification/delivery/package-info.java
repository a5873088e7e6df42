@NullMarked
package dev.slipway.ordering.notification.delivery;

import org.jspecify.annotations.NullMarked;
