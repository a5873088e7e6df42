package dev.slipway.ordering.store.catalogue;

import static dev.slipway.ordering.testing.Refusals.assertNeedsToken;
import static dev.slipway.ordering.testing.Refusals.assertProblem;
import static dev.slipway.ordering.testing.Refusals.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verifyNoInteractions;
import dev.slipway.ordering.store.stock.Stock;
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
import org.springframework.transaction.support.TransactionOperations;

@WebSliceTest("spring.config.name=store")
class ProductControllerTest {
    private static final UUID USER = UUID.randomUUID();
    private static final UUID PRODUCT = UUID.randomUUID();
    private static final String CUP = "{\"name\":\"Cup\",\"description\":\"\",\"category\":\"cups\",\"unitPrice\":100,"
            + "\"currency\":\"EUR\",\"active\":true}";

    @MockitoBean
    private Catalogue catalogue;

    @MockitoBean
    private Products products;

    @MockitoBean
    private Stock stock;

    @MockitoBean
    private Outdated outdated;

    @MockitoBean
    private TransactionOperations transactions;

    @Autowired
    private MockMvcTester http;

    @ParameterizedTest
    @CsvSource({
        "POST, /api/products",
        "PUT, /api/products/%s",
        "GET, /api/products/%s/stock",
        "PUT, /api/products/%s/stock",
        "DELETE, /api/products/%s"
    })
    void changesAndStockNeedTheTokenOfAnOperator(HttpMethod method, String path) {
        String there = path.formatted(PRODUCT);
        String body = path.endsWith("stock") ? "{\"onHand\":1}" : CUP;

        assertNeedsToken(http, method, there);
        if (method != HttpMethod.DELETE) {
            assertProblem(send(http, method, there, Tokens.customer(USER), body), 403);
        }
        verifyNoInteractions(catalogue, products, stock, transactions);
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

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"onHand\":-1}", "{\"onHand\":1000000001}", "{\"onHand\":1,\"before\":-1}"})
    void whatIsNoCountIsRefused(String body) {
        assertProblem(
                send(http, HttpMethod.PUT, "/api/products/" + PRODUCT + "/stock", Tokens.operator(USER), body), 400);
        verifyNoInteractions(stock);
    }
}
