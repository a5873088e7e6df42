package dev.slipway.testing.failure;

import java.util.Optional;

/** Something is otherwise than expected. */
public final class ShouldBe {
    private ShouldBe() {}

    /** The failure: whose, what of it, what it must be, and what it is. */
    public static Failure shouldBe(
            String owner, String what, String expected, String actual, Optional<String> declared) {
        return Failure.expecting(owner)
                .line("to have %s".formatted(what))
                .value(expected)
                .line("but it has")
                .value(actual.isEmpty() ? "nothing" : actual)
                .declared(declared);
    }
}
