/** E-mail, Slack and Teams. */
@NullMarked
package dev.slipway.ordering.notification.channel;

import org.jspecify.annotations.NullMarked;
