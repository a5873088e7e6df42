package dev.slipway.ordering.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.slipway.ordering.auth.keys.KeyRing;
import dev.slipway.ordering.starter.password.Passwords;
import dev.slipway.ordering.testing.ServiceTest;
import dev.slipway.ordering.testing.Tokens;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class SessionIT {
    private static final String HASH = Passwords.argon2id().hash(Ada.PASSWORD);

    @Autowired
    private RestTestClient http;

    @Autowired
    private JdbcClient database;

    @Autowired
    private KeyRing keys;

    private Ada ada;
    private JsonNode tokens;

    @BeforeEach
    void signIn() {
        ada = new Ada(http);
        ada.credential(HASH, 1, "customer");
        tokens = ada.tokens();
    }

    @Test
    void exchangesARefreshTokenForNewOnes() {
        ExchangeResult result = ada.refresh(tokens);

        assertThat(result.getStatus()).isEqualTo(HttpStatus.OK);
        JsonNode next = Ada.body(result);
        assertThat(next.path("refreshToken")).isNotEqualTo(tokens.path("refreshToken"));
        assertThat(ada.refresh(next).getStatus()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void endsTheSessionWhereARefreshTokenComesTwice() {
        JsonNode next = Ada.body(ada.refresh(tokens));

        assertThat(ada.refresh(tokens).getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(ada.refresh(next).getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        JsonNode other = ada.tokens();
        assertThat(ada.refresh(other).getStatus()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void givesOneOfManyWhoExchangeATokenAtOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(6);
        Set<HttpStatus> answers = new HashSet<>();
        int given = 0;
        try {
            List<Callable<ExchangeResult>> all = IntStream.range(0, 6)
                    .<Callable<ExchangeResult>>mapToObj(i -> () -> ada.refresh(tokens))
                    .toList();
            for (var done : threads.invokeAll(all)) {
                answers.add(HttpStatus.valueOf(done.get().getStatus().value()));
                given += done.get().getStatus().is2xxSuccessful() ? 1 : 0;
            }
        } finally {
            threads.shutdown();
        }
        assertThat(given).isEqualTo(1);
        assertThat(answers).containsExactlyInAnyOrder(HttpStatus.OK, HttpStatus.UNAUTHORIZED);
    }

    @Test
    void keepsNoRefreshTokenInClear() {
        String text = tokens.path("refreshToken").asString();
        List<String> digests = database.sql("SELECT encode(digest, 'escape') FROM refresh_tokens")
                .query(String.class)
                .list();
        assertThat(digests).isNotEmpty().noneMatch(digest -> digest.contains(text));
    }

    @Test
    void signsOutHereOrEverywhere() {
        JsonNode other = ada.tokens();
        assertThat(ada.signOut(tokens).getStatus()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(ada.signOut(tokens).getStatus()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(ada.refresh(tokens).getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);

        String access = other.path("accessToken").asString();
        assertThat(ada.signOutEverywhere(access).getStatus()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(ada.refresh(other).getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void endsEverySessionWhereThePasswordChanges() {
        ada.credential(Passwords.argon2id().hash("brand new horse"), 2, "customer");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> ada.signIn(ada.email, "brand new horse").getStatus() == HttpStatus.OK);
        assertThat(ada.refresh(tokens).getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void endsWithTheLengthOfASession() {
        database.sql("UPDATE sessions SET expires_at = now() WHERE user_id = ?")
                .param(ada.id)
                .update();

        assertThat(ada.refresh(tokens).getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void refusesEveryAccessTokenThatIsNotRight() throws Exception {
        SignedJWT right = SignedJWT.parse(tokens.path("accessToken").asString());
        String id = right.getHeader().getKeyID();
        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(id).build(), right.getJWTClaimsSet());
        confused.sign(new MACSigner(
                keys.published().getKeyByKeyId(id).toECKey().toPublicJWK().toJSONString()));
        SignedJWT late = new SignedJWT(
                right.getHeader(),
                new com.nimbusds.jwt.JWTClaimsSet.Builder(right.getJWTClaimsSet())
                        .expirationTime(new java.util.Date(System.currentTimeMillis() - 60_000))
                        .build());
        late.sign(new ECDSASigner(keys.signing()));
        String changed = right.serialize().split("\\.")[0] + "."
                + late.serialize().split("\\.")[1] + "." + right.serialize().split("\\.")[2];

        for (String token : List.of(
                "no-token",
                tokens.path("refreshToken").asString(),
                Tokens.customer(ada.id),
                Tokens.forged(ada.id),
                new PlainJWT(right.getJWTClaimsSet()).serialize(),
                confused.serialize(),
                late.serialize(),
                changed)) {
            ExchangeResult result = ada.signOutEverywhere(token);
            assertThat(result.getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
            assertThat(result.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        }
        http.delete().uri("/api/auth/sessions").exchange().expectStatus().isUnauthorized();
        assertThat(ada.refresh(tokens).getStatus()).isEqualTo(HttpStatus.OK);
    }

    static Stream<Object> badBodies() {
        return Stream.of(
                Map.of(),
                Map.of("email", "ada@example.com"),
                Map.of("email", "", "password", "x"),
                Map.of("email", "a".repeat(255), "password", "x"),
                Map.of("email", "ada@example.com", "password", "x".repeat(129)),
                Map.of("email", List.of("ada@example.com"), "password", Map.of("$ne", "")));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void refusesWhatIsNoSignIn(Object body) {
        assertThat(ada.post("/api/auth/token", body).getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void refusesWhatIsNoRefreshToken() {
        assertThat(ada.refresh("' OR 1=1 --").getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(ada.refresh("A".repeat(43)).getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(ada.post("/api/auth/token", Map.of("email", "x".repeat(70_000)))
                        .getStatus())
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
        assertThat(ada.signIn("' OR 1=1 --", "x").getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void replacesItsKeysForNobodyFromOutside() {
        String before = keys.signing().getKeyID();
        http.delete()
                .uri("/actuator/signingkeys")
                .header("X-Forwarded-For", "1.2.3.4")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        assertThat(keys.signing().getKeyID()).isEqualTo(before);
        http.delete().uri("/actuator/signingkeys").exchange().expectStatus().is2xxSuccessful();
        assertThat(keys.signing().getKeyID()).isNotEqualTo(before);
        String old = tokens.path("accessToken").asString();
        assertThat(ada.signOutEverywhere(old).getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(ada.refresh(tokens).getStatus()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void describesItself() {
        http.get()
                .uri("/api/auth/openapi.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.paths['/api/auth/token'].post")
                .exists();
    }
}
