package dev.slipway.ordering.auth.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What clients send. None of it is printed. */
final class Bodies {
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_PASSWORD = 128;

    private Bodies() {}

    record SignIn(
            @NotBlank @Size(max = LONGEST_EMAIL) @Pattern(regexp = "[^\\p{Cntrl}]*") String email,

            @NotNull @Size(min = 1, max = LONGEST_PASSWORD) String password) {
        @Override
        public String toString() {
            return "sign-in";
        }
    }

    record Refresh(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{43}") String refreshToken) {
        @Override
        public String toString() {
            return "refresh token";
        }
    }
}
