package dev.slipway.ordering.laptop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.ordering.laptop.process.Ports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The seed before a shop that writes down what it is asked. */
final class SeedTest {
    private final List<String> asked = new ArrayList<>();
    private String products = "[]";
    private int refusals;
    private int forbidden;
    private HttpServer shop;

    @BeforeEach
    void open() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(Ports.LOOPBACK, 0), 0);
        shop.createContext("/", this::answer);
        shop.start();
    }

    @AfterEach
    void close() {
        shop.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        asked.add(call + " " + exchange.getRequestHeaders().getFirst("Authorization"));
        switch (call) {
            case "GET /api/products" -> reply(exchange, 200, products);
            case "POST /api/users" -> reply(exchange, 202, "{}");
            case "GET /api/users/me" -> reply(exchange, 200, "{\"userId\":\"7\"}");
            case "POST /actuator/operators/7" -> reply(exchange, 200, "[]");
            case "POST /api/products" -> reply(exchange, forbidden-- > 0 ? 403 : 201, "{}");
            case "POST /api/auth/token" -> {
                if (refusals-- > 0) {
                    reply(exchange, 401, "{}");
                } else {
                    reply(exchange, 200, "{\"accessToken\":\"t\"}");
                }
            }
            default -> reply(exchange, 404, "{}");
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void plant() throws InterruptedException {
        String url = "http://127.0.0.1:" + shop.getAddress().getPort();
        new Seed(url, url, "secret", () -> false).plant();
    }

    @Test
    void anEmptyShopGetsEveryProductFromAnOperatorWhoCanSignInAndActAMomentAfterwards() throws Exception {
        refusals = 1;
        forbidden = 1;

        plant();

        assertThat(asked)
                .startsWith("GET /api/products null", "POST /api/users null")
                .containsOnlyOnce("POST /actuator/operators/7 null")
                .filteredOn("POST /api/products Bearer t"::equals)
                .hasSize(Seed.products().size() + 1);
    }

    @Test
    void aShopWithProductsIsLeftAlone() throws Exception {
        products = "[{\"id\":\"1\"}]";

        plant();

        assertThat(asked).containsExactly("GET /api/products null");
    }

    @Test
    void theTestsFindTheProductsTheyNeed() {
        List<String> stock = Seed.products()
                .valueStream()
                .map(product -> product.path("name").asString() + ": "
                        + product.path("stock").asInt())
                .toList();

        assertThat(stock)
                .doesNotHaveDuplicates()
                .contains(Seeded.ONE + ": 1", Seeded.NONE + ": 0", Seeded.OWN_OF_THE_REFUSED + ": 40");
        assertThat(Seed.products().valueStream().map(JsonNode::propertyNames)).allSatisfy(names -> assertThat(names)
                .containsExactlyInAnyOrder("name", "description", "category", "unitPrice", "currency", "stock"));
    }
}
