package dev.slipway.ordering.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a {@link WebSliceTest} expects of an endpoint that does not do what it is asked for. */
public final class Refusals {
    private static final int UNAUTHORIZED = 401;

    private Refusals() {}

    /** The answer is problem details with this status. */
    public static void assertProblem(MvcTestResult result, int status) {
        assertThat(result).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result).bodyJson().extractingPath("$.status").isEqualTo(status);
    }

    /** The endpoint refuses whoever has no token, and tokens that are expired, forged or not signed. */
    public static void assertNeedsToken(MockMvcTester http, HttpMethod method, String path) {
        UUID user = UUID.randomUUID();
        assertProblem(http.method(method).uri(path).exchange(), UNAUTHORIZED);
        assertProblem(send(http, method, path, Tokens.expired(user), ""), UNAUTHORIZED);
        assertProblem(send(http, method, path, Tokens.forged(user), ""), UNAUTHORIZED);
        assertProblem(send(http, method, path, Tokens.unsigned(user), ""), UNAUTHORIZED);
    }

    /** Sends JSON with a token; without one where it is empty. */
    public static MvcTestResult send(MockMvcTester http, HttpMethod method, String path, String token, String body) {
        MockMvcTester.MockMvcRequestBuilder request = http.method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (token.isEmpty() ? request : request.header("Authorization", "Bearer " + token)).exchange();
    }
}
