package dev.slipway.ordering.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.slipway.ordering.schemas.EventSchemas;
import dev.slipway.ordering.starter.password.Passwords;
import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.ServiceTest;
import dev.slipway.ordering.testing.Tokens;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class SignInIT {
    private static final String HASH = Passwords.argon2id().hash(Ada.PASSWORD);

    @Autowired
    private RestTestClient http;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    private Ada ada;

    @BeforeEach
    void signUp() {
        ada = new Ada(http);
        ada.credential(HASH, 1, "customer");
    }

    @Test
    void givesATokenThatEverybodyCanCheckByThePublishedKey(CapturedOutput output) throws Exception {
        ExchangeResult result = ada.signIn();

        assertThat(result.getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(result.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
        JsonNode tokens = Ada.body(result);
        assertThat(tokens.path("tokenType").asString()).isEqualTo("Bearer");
        assertThat(tokens.path("expiresIn").asLong()).isEqualTo(600);
        SignedJWT token = SignedJWT.parse(tokens.path("accessToken").asString());
        JsonNode key =
                Events.await("auth.keys", token.getHeader().getKeyID(), 1).get(0);
        assertThat(EventSchemas.problems("auth.keys", key.toString())).isEmpty();
        JWKSet keys = JWKSet.parse(http.get()
                .uri("/api/auth/.well-known/jwks.json")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        var published = keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
        assertThat(published.isPrivate()).isFalse();
        assertThat(published.getX().toString())
                .isEqualTo(key.path("data").path("jwk").path("x").asString());
        assertThat(token.verify(new ECDSAVerifier(published))).isTrue();
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(ada.id.toString());
        assertThat(claims.getIssuer()).isEqualTo(Tokens.ISSUER);
        assertThat(claims.getAudience()).containsExactly("ordering");
        assertThat(claims.getStringListClaim("roles")).containsExactly("customer");
        assertThat(claims.getExpirationTime()).isBefore(new Date(System.currentTimeMillis() + 601_000));
        assertThat(token.serialize() + claims).doesNotContain(ada.email);
        assertThat(output.toString()).doesNotContain(ada.email, Ada.PASSWORD, HASH);
    }

    @Test
    void refusesAlikeWhateverIsWrong() {
        ada.tokens();
        long before = System.nanoTime();
        ExchangeResult wrong = ada.signIn(ada.email, "wrong");
        long between = System.nanoTime();
        ExchangeResult unknown = ada.signIn("nobody@example.com", Ada.PASSWORD);
        long after = System.nanoTime();

        assertThat(wrong.getStatus()).isEqualTo(unknown.getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(wrong.getResponseBodyContent()).isEqualTo(unknown.getResponseBodyContent());
        assertThat(between - before).isGreaterThanOrEqualTo(1_000_000_000L);
        assertThat(after - between).isGreaterThanOrEqualTo(1_000_000_000L);
    }

    @Test
    void signsInWhoSignedUpThisMoment() {
        Ada eve = new Ada(http);
        CompletableFuture<ExchangeResult> early = CompletableFuture.supplyAsync(eve::signIn);
        eve.credential(HASH, 1, "customer");

        assertThat(early.join().getStatus()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void locksAnAccountAfterTenFailuresEvenForTheRightPassword() throws Exception {
        ada.tokens();
        var threads = Executors.newFixedThreadPool(10);
        try {
            List<Callable<ExchangeResult>> guesses = IntStream.range(0, 10)
                    .<Callable<ExchangeResult>>mapToObj(i -> () -> ada.signIn(ada.email, "guess " + i))
                    .toList();
            for (var guess : threads.invokeAll(guesses)) {
                assertThat(guess.get().getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
            }
        } finally {
            threads.shutdown();
        }

        var locked = ada.signInAtOnce(port);
        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(locked.headers().firstValue("Retry-After")).isPresent();
        assertThat(locked.body()).contains("urn:slipway:problem:too-many-attempts");
    }

    @Test
    void takesTheNewestCredentialWhateverComesLast() {
        String newer = Passwords.argon2id().hash("brand new horse");
        ada.tokens();
        ada.credential(newer, 3, "customer", "operator");
        ada.credential(HASH, 2, "customer");

        assertThat(ada.signIn(ada.email, "brand new horse").getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(ada.signIn().getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void findsAMemberInAnyLettersAndNoLongerByTheAddressThatWasGivenUp() {
        ada.tokens();
        Ada eve = new Ada(http);
        eve.credential(ada.email, Passwords.argon2id().hash("eves own horse"), 1, "customer");

        assertThat(ada.signIn(ada.email.toUpperCase(java.util.Locale.ROOT), "eves own horse")
                        .getStatus())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void hashesAnewWhatWasHashedWithOldParameters() {
        Ada eve = new Ada(http);
        String old = "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 4096, 1).encode(Ada.PASSWORD);
        eve.credential(old, 1, "customer");

        assertThat(eve.signIn().getStatus()).isEqualTo(HttpStatus.OK);
        String hash = database.sql("SELECT password_hash FROM credentials WHERE user_id = ?")
                .param(eve.id)
                .query(String.class)
                .single();
        assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(eve.signIn().getStatus()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void putsAsideWhatIsNoCredentialAndGoesOn() {
        Ada eve = new Ada(http);
        Events.publishInvalid("user.credential.set", eve.id, Map.of("userId", eve.id));
        eve.credential(HASH, 1, "customer");

        assertThat(eve.signIn().getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(Events.of("user.credential.set.auth.dlt", eve.id)).hasSize(1);
        assertThat(Events.of("user.credential.set.auth.dlt", UUID.randomUUID())).isEmpty();
    }
}
