package dev.slipway.ordering.auth.api;

import static dev.slipway.ordering.testing.Refusals.assertNeedsToken;
import static dev.slipway.ordering.testing.Refusals.assertProblem;
import static dev.slipway.ordering.testing.Refusals.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.nimbusds.jose.jwk.JWKSet;
import dev.slipway.ordering.auth.keys.KeyRing;
import dev.slipway.ordering.auth.session.Session;
import dev.slipway.ordering.auth.session.SignIn;
import dev.slipway.ordering.testing.Tokens;
import dev.slipway.ordering.testing.WebSliceTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebSliceTest("spring.config.name=auth")
class AuthControllerTest {
    private static final UUID USER = UUID.randomUUID();

    @MockitoBean
    private SignIn signIn;

    @MockitoBean
    private Session session;

    @MockitoBean
    private KeyRing keys;

    @Autowired
    private MockMvcTester http;

    @ParameterizedTest
    @CsvSource({"DELETE, /api/auth/sessions", "GET, /api/auth/token", "GET, /api/auth/unknown"})
    void whatIsNotOpenNeedsAToken(HttpMethod method, String path) {
        assertNeedsToken(http, method, path);
        verifyNoInteractions(signIn, session);
    }

    @Test
    void signsOutOnlyTheCaller() {
        assertThat(send(http, HttpMethod.DELETE, "/api/auth/sessions", Tokens.customer(USER), ""))
                .hasStatus(204);
        verify(session).signOutEverywhere(USER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"email\":\"ada@example.com\"}",
                "{\"email\":\" \",\"password\":\"x\"}",
                "{\"email\":\"ada@example.com\",\"password\":\"\"}",
                "{\"email\":\"a\\u0000b\",\"password\":\"x\"}"
            })
    void aSignInWithoutAddressOrPasswordIsRefused(String body) {
        assertProblem(send(http, HttpMethod.POST, "/api/auth/token", "", body), 400);
        verifyNoInteractions(signIn);
    }

    @Test
    void aPasswordThatIsTooLongIsNotHashed() {
        String body = "{\"email\":\"ada@example.com\",\"password\":\"%s\"}".formatted("x".repeat(129));

        assertProblem(send(http, HttpMethod.POST, "/api/auth/token", "", body), 400);
        verifyNoInteractions(signIn);
    }

    @ParameterizedTest
    @CsvSource({"/api/auth/refresh", "/api/auth/sign-out"})
    void whatIsNoRefreshTokenIsRefused(String path) {
        assertProblem(send(http, HttpMethod.POST, path, "", "{}"), 400);
        assertProblem(send(http, HttpMethod.POST, path, "", "{\"refreshToken\":\"' OR 1=1\"}"), 400);
        assertProblem(
                send(http, HttpMethod.POST, path, "", "{\"refreshToken\":\"%s\"}".formatted("x".repeat(70_000))), 413);
        verifyNoInteractions(session);
    }

    @Test
    void theKeysAreForEverybody() {
        when(keys.published()).thenReturn(new JWKSet());

        assertThat(http.get().uri("/api/auth/.well-known/jwks.json"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.keys")
                .asArray()
                .isEmpty();
    }
}
