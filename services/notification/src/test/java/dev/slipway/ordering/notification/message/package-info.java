@NullMarked
package dev.slipway.ordering.notification.message;

import org.jspecify.annotations.NullMarked;
