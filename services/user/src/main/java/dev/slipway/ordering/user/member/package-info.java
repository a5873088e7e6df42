/** Members, and what they do to their own account. */
@NullMarked
package dev.slipway.ordering.user.member;

import org.jspecify.annotations.NullMarked;
