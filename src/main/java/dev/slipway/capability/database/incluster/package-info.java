/** Database servers in the cluster itself. */
@NullMarked
package dev.slipway.capability.database.incluster;

import org.jspecify.annotations.NullMarked;
