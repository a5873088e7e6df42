package dev.slipway.ordering.store.stock;

import static dev.slipway.ordering.testing.Refusals.assertNeedsToken;
import static dev.slipway.ordering.testing.Refusals.assertProblem;
import static dev.slipway.ordering.testing.Refusals.send;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.slipway.ordering.store.catalogue.Outdated;
import dev.slipway.ordering.testing.Tokens;
import dev.slipway.ordering.testing.WebSliceTest;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

@WebSliceTest(value = "spring.config.name=store", controllers = StockController.class)
class StockControllerTest {
    private static final UUID USER = UUID.randomUUID();
    private static final String STOCK = "/api/products/" + UUID.randomUUID() + "/stock";

    @MockitoBean
    private Stock stock;

    @MockitoBean
    private Outdated outdated;

    @MockitoBean
    private TransactionOperations transactions;

    @Autowired
    private MockMvcTester http;

    @ParameterizedTest
    @CsvSource({"GET", "PUT"})
    void stockIsForOperators(HttpMethod method) {
        assertNeedsToken(http, method, STOCK);
        assertProblem(send(http, method, STOCK, Tokens.customer(USER), "{\"onHand\":1}"), 403);
        verifyNoInteractions(stock, outdated, transactions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"onHand\":-1}", "{\"onHand\":1000000001}", "{\"onHand\":1,\"before\":-1}"})
    void whatIsNoCountIsRefused(String body) {
        assertProblem(send(http, HttpMethod.PUT, STOCK, Tokens.operator(USER), body), 400);
        verifyNoInteractions(stock, outdated, transactions);
    }
}
