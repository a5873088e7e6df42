package dev.slipway.ordering.order.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.slipway.ordering.order.lifecycle.Checkout;
import dev.slipway.ordering.order.lifecycle.Orders;
import dev.slipway.ordering.starter.web.ProblemException;
import dev.slipway.ordering.testing.Tokens;
import dev.slipway.ordering.testing.WebSliceTest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebSliceTest("spring.config.name=order")
class OrderControllerTest {
    private static final UUID USER = UUID.randomUUID();
    private static final String ORDERS = "/api/orders";
    private static final String LINES = "{\"lines\":[{\"productId\":\"%s\",\"quantity\":%s}]}";

    @MockitoBean
    private Checkout checkout;

    @MockitoBean
    private Orders orders;

    @Autowired
    private MockMvcTester http;

    private MvcTestResult place(String key, String body) {
        return http.post()
                .uri(ORDERS)
                .header("Authorization", "Bearer " + Tokens.customer(USER))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static void assertProblem(MvcTestResult result, int status) {
        assertThat(result).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result).bodyJson().extractingPath("$.status").isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/orders", "POST, /api/orders", "GET, /api/orders/x", "POST, /api/orders/x/cancel"})
    void refusesEachEndpointToWhoeverHasNoRightToken(HttpMethod method, String path) {
        assertProblem(http.method(method).uri(path).exchange(), 401);
        Tokens.wrong(USER)
                .filter(token -> !token.equals("no-token"))
                .limit(3)
                .forEach(token -> assertProblem(
                        http.method(method)
                                .uri(path)
                                .header("Authorization", "Bearer " + token)
                                .exchange(),
                        401));
        verifyNoInteractions(checkout, orders);
    }

    static Stream<String> badOrders() {
        return Stream.of(
                "",
                "[]",
                "{}",
                "{\"lines\":[]}",
                "{\"lines\":[null]}",
                LINES.formatted("no-uuid", 1),
                LINES.formatted(USER, 0),
                LINES.formatted(USER, 1001),
                LINES.formatted(USER, "\"many\""),
                "{\"lines\":[" + "{},".repeat(100) + "{}]}",
                "{\"paymentMethod\":\"4111111111111111\",\"lines\":[{\"productId\":\"%s\",\"quantity\":1}]}"
                        .formatted(USER));
    }

    @ParameterizedTest
    @MethodSource("badOrders")
    void refusesAnOrderThatIsNotValid(String body) {
        assertProblem(place("key", body), 400);
        verifyNoInteractions(checkout);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "\u00e9"})
    void refusesAKeyThatIsNone(String key) {
        assertProblem(place(key, LINES.formatted(USER, 1)), 400);
        verifyNoInteractions(checkout);
    }

    @Test
    void refusesABodyThatIsTooLong() {
        assertProblem(place("key", "{\"paymentMethod\":\"" + "x".repeat(70_000) + "\"}"), 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "before=x"})
    void refusesAPageThatIsNone(String query) {
        assertProblem(
                http.get()
                        .uri(ORDERS + "?" + query)
                        .header("Authorization", "Bearer " + Tokens.customer(USER))
                        .exchange(),
                400);
        verifyNoInteractions(orders);
    }

    @Test
    void asksForTheOrdersOfTheCallerAlone() {
        when(orders.latest(any(), any(), anyInt())).thenReturn(List.of());

        assertThat(http.get().uri(ORDERS).header("Authorization", "Bearer " + Tokens.customer(USER)))
                .hasStatusOk()
                .bodyJson()
                .isEqualTo("[]");
        verify(orders).latest(USER, Optional.empty(), 20);
    }

    @Test
    void tellsWhatTheServiceRefuses() {
        UUID order = UUID.randomUUID();
        when(checkout.cancel(USER, order))
                .thenThrow(new ProblemException(HttpStatus.CONFLICT, "too-late", "It is too late"));

        MvcTestResult result = http.post()
                .uri(ORDERS + "/" + order + "/cancel")
                .header("Authorization", "Bearer " + Tokens.customer(USER))
                .exchange();

        assertProblem(result, 409);
        assertThat(result).bodyJson().extractingPath("$.type").isEqualTo("urn:slipway:problem:too-late");
    }
}
