/** Both planes asked with the credentials of whoever runs it. */
@NullMarked
package dev.slipway.verify.live;

import org.jspecify.annotations.NullMarked;
