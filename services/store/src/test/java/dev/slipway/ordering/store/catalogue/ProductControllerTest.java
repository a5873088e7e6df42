package dev.slipway.ordering.store.catalogue;

import static dev.slipway.ordering.testing.Refusals.assertNeedsToken;
import static dev.slipway.ordering.testing.Refusals.assertProblem;
import static dev.slipway.ordering.testing.Refusals.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verifyNoInteractions;

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

@WebSliceTest(value = "spring.config.name=store", controllers = ProductController.class)
class ProductControllerTest {
    private static final UUID USER = UUID.randomUUID();
    private static final UUID PRODUCT = UUID.randomUUID();
    private static final String CUP =
            "{\"name\":\"Cup\",\"description\":\"\",\"category\":\"category.cups\",\"unitPrice\":100,"
                    + "\"currency\":\"EUR\"}";

    @MockitoBean
    private Catalogue catalogue;

    @MockitoBean
    private Products products;

    @Autowired
    private MockMvcTester http;

    @ParameterizedTest
    @CsvSource({"POST, /api/products", "PUT, /api/products/%s"})
    void changesAreForOperators(HttpMethod method, String path) {
        String there = path.formatted(PRODUCT);

        assertNeedsToken(http, method, there);
        assertProblem(send(http, method, there, Tokens.customer(USER), CUP), 403);
        verifyNoInteractions(catalogue, products);
    }

    @Test
    void whatThereIsNotNeedsATokenToo() {
        assertNeedsToken(http, HttpMethod.DELETE, "/api/products/" + PRODUCT);
    }

    @Test
    void readingNeedsNone() {
        assertThat(http.get().uri("/api/products?q=cup&limit=100")).hasStatusOk();
        assertThat(http.get().uri("/api/products/" + PRODUCT)).hasStatusOk();
        assertProblem(send(http, HttpMethod.GET, "/api/products", Tokens.unsigned(USER), ""), 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=101", "?after=x", "/x", "/' OR 1=1"})
    void whatIsNoQuestionIsRefused(String query) {
        assertProblem(http.get().uri("/api/products" + query).exchange(), 400);
        verifyNoInteractions(catalogue, products);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"name\":\"\",\"unitPrice\":-1}"})
    void whatIsNoProductIsRefused(String body) {
        assertProblem(send(http, HttpMethod.POST, "/api/products", Tokens.operator(USER), body), 400);
        verifyNoInteractions(catalogue);
    }
}
