/** What failed assertions say: each message a class, each with its text pinned by a test. */
@NullMarked
package dev.slipway.testing.failure;

import org.jspecify.annotations.NullMarked;
