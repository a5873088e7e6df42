package dev.slipway.ordering.auth.session;

import dev.slipway.ordering.auth.attempt.Attempts;
import dev.slipway.ordering.auth.credential.Credential;
import dev.slipway.ordering.auth.credential.Credentials;
import dev.slipway.ordering.starter.password.Passwords;
import dev.slipway.ordering.starter.web.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Compares passwords. Who is refused hears the same after the same time, whatever was wrong: an unknown address costs a
 * hash too, and every refusal takes as long as is configured. Who signed up this moment is known before that time is over.
 */
@Service
public final class SignIn {
    private static final String METRIC = "auth.signins";

    private final Credentials credentials;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Session session;
    private final SessionSettings settings;
    private final MeterRegistry meters;
    private final String nobodys;

    SignIn(
            Credentials credentials,
            Passwords passwords,
            Attempts attempts,
            Session session,
            SessionSettings settings,
            MeterRegistry meters) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.attempts = attempts;
        this.session = session;
        this.settings = settings;
        this.meters = meters;
        this.nobodys = passwords.hash(UUID.randomUUID().toString());
    }

    public Tokens signIn(String email, String password, String address) {
        try {
            attempts.begin(email, address);
        } catch (ProblemException e) {
            count("locked-out");
            throw e;
        }
        long start = System.nanoTime();
        Optional<Credential> found = credentials.byEmail(email);
        Optional<Credential> signedIn = matching(found, password);
        if (signedIn.isEmpty()) {
            waitSince(start);
            signedIn = credentials
                    .byEmail(email)
                    .filter(later -> !found.equals(Optional.of(later)))
                    .flatMap(later -> matching(Optional.of(later), password));
        }
        Credential credential = signedIn.orElseThrow(this::refused);
        attempts.succeeded(email, address);
        if (passwords.isOutdated(credential.passwordHash())) {
            credentials.rehash(credential, passwords.hash(password));
        }
        count("ok");
        return session.open(credential);
    }

    private Optional<Credential> matching(Optional<Credential> found, String password) {
        String hash = found.map(Credential::passwordHash).orElse(nobodys);
        boolean matches = passwords.matches(password, hash);
        return found.filter(credential -> matches);
    }

    private void waitSince(long start) {
        Duration left = settings.refusesAfter().minusNanos(System.nanoTime() - start);
        try {
            Thread.sleep(Math.max(0, left.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ProblemException refused() {
        count("refused");
        return new ProblemException(
                HttpStatus.UNAUTHORIZED, "wrong-credentials", "The address or the password is not right");
    }

    private void count(String outcome) {
        meters.counter(METRIC, "outcome", outcome).increment();
    }
}
