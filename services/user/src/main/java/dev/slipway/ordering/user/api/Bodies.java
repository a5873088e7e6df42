package dev.slipway.ordering.user.api;

import dev.slipway.ordering.user.member.EmailAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** What clients send. None of it is printed. */
final class Bodies {
    private static final String EMAIL = "must be an e-mail address";
    private static final String PRINTABLE = "[^\\p{Cntrl}]*";
    private static final String UNPRINTABLE = "must hold no control characters";
    private static final int LONGEST_NAME = 100;
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 128;

    private Bodies() {}

    record Accepted(String status) {}

    record SignUp(
            @NotNull @Size(max = EmailAddress.LONGEST) @Pattern(regexp = EmailAddress.PATTERN, message = EMAIL) String email,

            @NotBlank @Size(max = LONGEST_NAME) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String name,

            @NotNull @Size(min = SHORTEST_PASSWORD, max = LONGEST_PASSWORD) String password) {
        @Override
        public String toString() {
            return "sign-up";
        }
    }

    record Edit(
            @NotBlank @Size(max = LONGEST_NAME) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String name) {
        @Override
        public String toString() {
            return "edit";
        }
    }

    record Readdress(
            @NotNull @Size(max = EmailAddress.LONGEST) @Pattern(regexp = EmailAddress.PATTERN, message = EMAIL) String email,

            @NotNull @Size(max = LONGEST_PASSWORD) String password) {
        @Override
        public String toString() {
            return "change of address";
        }
    }

    record ChangePassword(
            @NotNull @Size(max = LONGEST_PASSWORD) String currentPassword,

            @NotNull @Size(min = SHORTEST_PASSWORD, max = LONGEST_PASSWORD) String newPassword) {
        @Override
        public String toString() {
            return "change of password";
        }
    }

    record Roles(@NotEmpty Set<@NotNull @Pattern(regexp = "customer|operator") String> roles) {}
}
