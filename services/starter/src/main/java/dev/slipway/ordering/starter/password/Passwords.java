package dev.slipway.ordering.starter.password;

import dev.slipway.ordering.starter.web.ProblemException;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes by Argon2id, and checks hashes that say in braces what they are by. Each takes 19 MiB for a moment, so that
 * only a few are under way at a time: a flood of sign-ins is refused, and the pod keeps its memory.
 *
 * <pre>{@code
 * String hash = passwords.hash(body.password());
 * boolean right = passwords.matches(body.password(), hash);
 * }</pre>
 */
public final class Passwords {
    /** Of OWASP's cheat sheet on password storage: 19 MiB, two passes, one lane. */
    private static final int MEMORY_KIB = 19_456;

    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private static final int AT_A_TIME = 4;
    private static final long PATIENCE_SECONDS = 3;

    private final PasswordEncoder encoder;
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    private Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    /** Argon2id as recommended today; bcrypt and what Argon2id was before are still checked. */
    public static Passwords argon2id() {
        PasswordEncoder argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
        PasswordEncoder delegating = new DelegatingPasswordEncoder(
                "argon2",
                Map.of("argon2", argon2, "argon2@SpringSecurity_v5_8", argon2, "bcrypt", new BCryptPasswordEncoder()));
        return new Passwords(delegating);
    }

    public String hash(String password) {
        return inTurn(() -> String.valueOf(encoder.encode(password)));
    }

    /** Whether the hash is of the password; of a hash that nobody can read it is not. */
    public boolean matches(String password, String hash) {
        return inTurn(() -> {
            try {
                return encoder.matches(password, hash);
            } catch (IllegalArgumentException e) {
                return false;
            }
        });
    }

    /** Whether the hash should be made anew the next time that the password is at hand. */
    public boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private static ProblemException busy() {
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Too many at once. Try again in a moment");
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
