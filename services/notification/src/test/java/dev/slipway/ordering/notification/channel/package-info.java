@NullMarked
package dev.slipway.ordering.notification.channel;

import org.jspecify.annotations.NullMarked;
