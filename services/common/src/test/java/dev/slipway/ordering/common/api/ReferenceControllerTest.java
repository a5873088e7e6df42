package dev.slipway.ordering.common.api;

import static dev.slipway.ordering.testing.Refusals.assertNeedsToken;
import static dev.slipway.ordering.testing.Refusals.assertProblem;
import static dev.slipway.ordering.testing.Refusals.send;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.slipway.ordering.common.reference.Reading;
import dev.slipway.ordering.common.reference.ReferenceData;
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

@WebSliceTest("spring.config.name=common")
class ReferenceControllerTest {
    private static final UUID USER = UUID.randomUUID();
    private static final String ENTRY = "/api/reference/category.cups";

    @MockitoBean
    private ReferenceData data;

    @MockitoBean
    private Reading reading;

    @Autowired
    private MockMvcTester http;

    @ParameterizedTest
    @CsvSource({"PUT", "DELETE"})
    void aChangeNeedsTheTokenOfAnOperator(HttpMethod method) {
        assertNeedsToken(http, method, ENTRY);
        assertProblem(send(http, method, ENTRY, Tokens.customer(USER), "{\"name\":\"Cups\",\"active\":true}"), 403);
        verifyNoInteractions(data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/reference?kind=planet", "/api/reference/planet.earth", "/api/reference/cups"})
    void whatIsNoKindOrCodeIsRefused(String path) {
        assertProblem(http.get().uri(path).exchange(), 400);
        verifyNoInteractions(reading);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"name\":\"\"}"})
    void whatIsNoEntryIsRefused(String body) {
        assertProblem(send(http, HttpMethod.PUT, ENTRY, Tokens.operator(USER), body), 400);
        verifyNoInteractions(data);
    }

    @Test
    void aVersionThatIsNoneIsRefused() {
        assertProblem(
                http.delete()
                        .uri(ENTRY)
                        .header("Authorization", "Bearer " + Tokens.operator(USER))
                        .header("If-Match", "1 OR 1=1")
                        .exchange(),
                400);
        verifyNoInteractions(data);
    }
}
