package dev.slipway.ordering.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.starter.password.Passwords;
import dev.slipway.ordering.testing.Logs;
import dev.slipway.ordering.testing.LogsTest;
import dev.slipway.ordering.testing.Trace;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** No line of the log has an address, a password, a hash or a token, however much of it there is. */
@LogsTest
class LogsIT {
    private static final String WRONG = "a wrong password";

    private final Trace trace = Trace.begun();

    @Autowired
    private RestTestClient http;

    @Test
    void signInLeavesTheIdAlone(CapturedOutput output) {
        Ada ada = new Ada(
                http.mutate().defaultHeader("traceparent", trace.parent()).build());
        String hash = Passwords.argon2id().hash(Ada.PASSWORD);
        ada.credential(hash, 1, "customer");

        JsonNode tokens = ada.tokens();
        assertThat(ada.signIn(ada.email, WRONG).getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        JsonNode fresh = Ada.body(ada.refresh(tokens));
        assertThat(ada.refresh(tokens).getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);

        assertThat(Logs.of(output).messages(trace))
                .anyMatch(line -> line.startsWith("A refresh token of " + ada.id + " came twice"));
        assertThat(output.toString())
                .doesNotContain(ada.email, Ada.PASSWORD, WRONG, hash, secret(tokens, "accessToken"))
                .doesNotContain(secret(tokens, "refreshToken"), secret(fresh, "accessToken"))
                .doesNotContain(secret(fresh, "refreshToken"));
    }

    private static String secret(JsonNode tokens, String name) {
        String token = tokens.path(name).asString();
        assertThat(token).as(name).hasSizeGreaterThan(20);
        return token;
    }
}
