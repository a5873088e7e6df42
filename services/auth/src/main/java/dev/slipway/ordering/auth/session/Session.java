package dev.slipway.ordering.auth.session;

import dev.slipway.ordering.auth.credential.Credential;
import dev.slipway.ordering.auth.credential.Credentials;
import dev.slipway.ordering.starter.configuration.Ids;
import dev.slipway.ordering.starter.web.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps somebody signed in. A refresh token is good once: shown a second time, one of two who have it is a thief, and
 * the session ends for both.
 */
@Service
public final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final Sessions sessions;
    private final Credentials credentials;
    private final AccessTokens accessTokens;
    private final SessionSettings settings;
    private final TransactionOperations transactions;
    private final Ids ids;
    private final Clock clock;
    private final MeterRegistry meters;

    Session(
            Sessions sessions,
            Credentials credentials,
            AccessTokens accessTokens,
            SessionSettings settings,
            TransactionOperations transactions,
            Ids ids,
            Clock clock,
            MeterRegistry meters) {
        this.sessions = sessions;
        this.credentials = credentials;
        this.accessTokens = accessTokens;
        this.settings = settings;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.meters = meters;
    }

    Tokens open(Credential credential) {
        UUID id = ids.next();
        RefreshToken refresh = RefreshToken.random();
        transactions.executeWithoutResult(status -> {
            sessions.open(id, credential.userId(), clock.instant().plus(settings.length()));
            sessions.give(id, refresh);
        });
        return tokens(credential, id, refresh);
    }

    /** New tokens for the one that is given up. */
    public Tokens refresh(String token) {
        return Optional.ofNullable(transactions.execute(status -> exchanged(new RefreshToken(token))))
                .flatMap(tokens -> tokens)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNAUTHORIZED, "invalid-refresh-token", "Sign in again: the token is not good"));
    }

    /** Ends the session of a token; one that is unknown is no session. */
    public void signOut(String token) {
        transactions.executeWithoutResult(
                status -> sessions.lock(new RefreshToken(token)).ifPresent(held -> sessions.endOne(held.session())));
    }

    public void signOutEverywhere(UUID user) {
        transactions.executeWithoutResult(status -> sessions.end(user));
    }

    private Optional<Tokens> exchanged(RefreshToken token) {
        Optional<Sessions.Held> found = sessions.lock(token).filter(held -> !held.isOver());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Sessions.Held held = found.get();
        if (held.isUsed()) {
            LOG.warn("A refresh token of {} came twice: session {} ends", held.user(), held.session());
            meters.counter("auth.refresh.reused").increment();
            sessions.endOne(held.session());
            return Optional.empty();
        }
        return credentials.byUser(held.user()).map(credential -> {
            RefreshToken next = RefreshToken.random();
            sessions.use(token);
            sessions.give(held.session(), next);
            return tokens(credential, held.session(), next);
        });
    }

    private Tokens tokens(Credential credential, UUID session, RefreshToken refresh) {
        return new Tokens(accessTokens.sign(credential, session), "Bearer", accessTokens.seconds(), refresh.text());
    }
}
