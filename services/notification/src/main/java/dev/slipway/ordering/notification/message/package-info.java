/** What is said, by template. */
@NullMarked
package dev.slipway.ordering.notification.message;

import org.jspecify.annotations.NullMarked;
