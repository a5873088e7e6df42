package dev.slipway.ordering.user.member;

import dev.slipway.ordering.starter.web.ProblemException;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/** What makes a password too easy to guess, beside being short; by NIST SP 800-63B, no mixture is asked for. */
final class PasswordRules {
    private static final int DIFFERENT_CHARACTERS = 5;
    private static final int SHORTEST_HINT = 4;

    private PasswordRules() {}

    static void check(String password, String email, String name) {
        if (password.codePoints().distinct().count() < DIFFERENT_CHARACTERS) {
            throw weak("must have at least " + DIFFERENT_CHARACTERS + " different characters");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        boolean hint = Stream.of(email.substring(0, Math.max(0, email.indexOf('@'))), name)
                .map(part -> part.strip().toLowerCase(Locale.ROOT))
                .anyMatch(part -> part.length() >= SHORTEST_HINT && lower.contains(part));
        if (hint) {
            throw weak("must hold neither the name nor the address");
        }
    }

    private static ProblemException weak(String rule) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "weak-password", "The password " + rule);
    }
}
