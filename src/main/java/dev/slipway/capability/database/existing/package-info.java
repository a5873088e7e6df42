/** Database servers that somebody else runs, adopted by what they are called. */
@NullMarked
package dev.slipway.capability.database.existing;

import org.jspecify.annotations.NullMarked;
