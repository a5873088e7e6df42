/** What a need becomes, as plain data: variables, grants and network edges, and the addresses and names in them. */
@NullMarked
package dev.slipway.plan.binding;

import org.jspecify.annotations.NullMarked;
