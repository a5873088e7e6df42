package dev.slipway.ordering.ai.recommendation;

import static dev.slipway.ordering.testing.Refusals.assertNeedsToken;
import static dev.slipway.ordering.testing.Refusals.assertProblem;
import static dev.slipway.ordering.testing.Refusals.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.slipway.ordering.testing.Tokens;
import dev.slipway.ordering.testing.WebSliceTest;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebSliceTest("spring.config.name=ai")
class RecommendationControllerTest {
    private static final UUID USER = UUID.randomUUID();
    private static final String PATH = "/api/recommendations";

    @MockitoBean
    private Recommendations recommendations;

    @Autowired
    private MockMvcTester http;

    @ParameterizedTest
    @CsvSource({"POST, /api/recommendations", "GET, /api/recommendations/7"})
    void onlyReadingNeedsNoToken(HttpMethod method, String path) {
        assertNeedsToken(http, method, path);
        verifyNoInteractions(recommendations);
    }

    @Test
    void aTokenThatIsWrongIsNotNone() {
        assertProblem(send(http, HttpMethod.GET, PATH, Tokens.forged(USER), ""), 401);
        verifyNoInteractions(recommendations);
    }

    @Test
    void whoeverHasATokenGetsWhatGoesWithThem() {
        assertThat(send(http, HttpMethod.GET, PATH, Tokens.customer(USER), "")).hasStatusOk();
        assertThat(send(http, HttpMethod.GET, PATH + "?limit=20", "", "")).hasStatusOk();

        verify(recommendations).find(Optional.empty(), Optional.of(USER), 5);
        verify(recommendations).find(Optional.empty(), Optional.empty(), 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=21", "limit=x", "productId=x"})
    void whatIsNoQuestionIsRefused(String query) {
        assertProblem(http.get().uri(PATH + "?" + query).exchange(), 400);
        verifyNoInteractions(recommendations);
    }
}
