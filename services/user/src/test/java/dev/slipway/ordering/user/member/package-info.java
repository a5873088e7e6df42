@NullMarked
package dev.slipway.ordering.user.member;

import org.jspecify.annotations.NullMarked;
