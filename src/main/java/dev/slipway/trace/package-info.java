/** From what was rendered back to what was declared: why each variable, permission, way, object and resource is there. */
@NullMarked
package dev.slipway.trace;

import org.jspecify.annotations.NullMarked;
