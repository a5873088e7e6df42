package dev.slipway.ordering.user.api;

import static dev.slipway.ordering.testing.Refusals.assertNeedsToken;
import static dev.slipway.ordering.testing.Refusals.assertProblem;
import static dev.slipway.ordering.testing.Refusals.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.slipway.ordering.testing.Tokens;
import dev.slipway.ordering.testing.WebSliceTest;
import dev.slipway.ordering.user.member.Membership;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebSliceTest("spring.config.name=user")
class UserControllerTest {
    private static final UUID USER = UUID.randomUUID();
    private static final String GOOD_PASSWORD = "correct horse battery";

    @MockitoBean
    private Membership membership;

    @Autowired
    private MockMvcTester http;

    @ParameterizedTest
    @CsvSource({
        "GET, /api/users/me",
        "PUT, /api/users/me",
        "PUT, /api/users/me/email",
        "PUT, /api/users/me/password",
        "GET, /api/users/7",
        "PUT, /api/users/7/roles"
    })
    void everythingButSignUpNeedsAToken(HttpMethod method, String path) {
        assertNeedsToken(http, method, path);
        verifyNoInteractions(membership);
    }

    @Test
    void signUpNeedsNone() {
        assertThat(send(http, HttpMethod.POST, "/api/users", "", signUp("ada@example.com", "Ada", GOOD_PASSWORD)))
                .hasStatus(202);
        verify(membership).signUp("ada@example.com", "Ada", GOOD_PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({
        "ada, Ada, correct horse battery",
        "ada@example.com, ' ', correct horse battery",
        "ada@example.com, Ada\\u0000, correct horse battery",
        "ada@example.com, Ada, too short",
        "'', Ada, correct horse battery"
    })
    void signUpIsRefusedWithoutAnAddressANameAndALongPassword(String email, String name, String password) {
        assertProblem(send(http, HttpMethod.POST, "/api/users", "", signUp(email, name, password)), 400);
        verifyNoInteractions(membership);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"email\":{}}"})
    void whatIsNoSignUpIsRefused(String body) {
        assertProblem(send(http, HttpMethod.POST, "/api/users", "", body), 400);
    }

    @Test
    void aBodyThatIsTooLongIsRefused() {
        assertProblem(
                send(http, HttpMethod.POST, "/api/users", "", signUp("a@b.example", "x".repeat(70_000), "y")), 413);
    }

    @Test
    void nobodySeesTheProfileOfAnotherOrGivesRoles() {
        String customer = Tokens.customer(USER);
        String roles = "{\"roles\":[\"operator\"]}";

        assertProblem(send(http, HttpMethod.GET, "/api/users/" + UUID.randomUUID(), customer, ""), 404);
        assertProblem(send(http, HttpMethod.PUT, "/api/users/" + USER + "/roles", customer, roles), 403);
        verifyNoInteractions(membership);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"roles\":[]}", "{\"roles\":[\"root\"]}", "{\"roles\":[null]}", "{}"})
    void rolesAreThoseThereAre(String body) {
        assertProblem(send(http, HttpMethod.PUT, "/api/users/" + USER + "/roles", Tokens.operator(USER), body), 400);
        verifyNoInteractions(membership);
    }

    private static String signUp(String email, String name, String password) {
        return "{\"email\":\"%s\",\"name\":\"%s\",\"password\":\"%s\"}".formatted(email, name, password);
    }
}
