package dev.slipway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What an assertion says when it fails. */
public final class Failing {
    private Failing() {}

    /** Expects a failure with a text; the line break that each begins with left out. */
    public static void failsWith(String text, ThrowingCallable assertion) {
        AssertionError error = catchThrowableOfType(AssertionError.class, assertion);
        assertThat(error).as("the assertion must fail").isNotNull();
        assertThat(error.getMessage().strip()).isEqualTo(text.strip());
    }
}
