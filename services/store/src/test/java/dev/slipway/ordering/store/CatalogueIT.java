package dev.slipway.ordering.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.schemas.EventSchemas;
import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.ServiceTest;
import dev.slipway.ordering.testing.Tokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Products as operators and customers see them, and the other services. */
@ServiceTest
class CatalogueIT {
    @Autowired
    private RestTestClient http;

    private Shelf shelf;

    @BeforeEach
    void open() {
        shelf = new Shelf(http);
        shelf.open();
    }

    @Test
    void publishesWhatIsCreatedAndChanged() {
        String id = shelf.product("Cups", 5);
        Map<String, Object> body = Shelf.body("Cups, blue", 0);
        body.put("unitPrice", 1590);
        body.put("version", 1);

        ExchangeResult changed = shelf.asOperator(HttpMethod.PUT, "/api/products/" + id, body);

        assertThat(changed.getStatus()).isEqualTo(HttpStatus.OK);
        List<JsonNode> events = Events.await("store.product", id, 2);
        assertThat(events).allSatisfy(event -> assertThat(EventSchemas.problems("store.product", event.toString()))
                .isEmpty());
        assertThat(events)
                .extracting(event -> event.path("data").path("version").asInt())
                .containsExactly(1, 2);
        assertThat(events.get(1).path("data").path("unitPrice").asLong()).isEqualTo(1590);
        JsonNode read = shelf.get("/api/products/" + id);
        assertThat(read.path("name").asString()).isEqualTo("Cups, blue");
        assertThat(read.path("available").asLong()).isEqualTo(5);
    }

    @Test
    void refusesAChangeOfWhatHasChanged() {
        String id = shelf.product("Cups", 5);
        Map<String, Object> body = Shelf.body("Cups, blue", 0);
        body.put("version", 1);
        shelf.asOperator(HttpMethod.PUT, "/api/products/" + id, body);

        ExchangeResult late = shelf.asOperator(HttpMethod.PUT, "/api/products/" + id, body);

        assertThat(late.getStatus()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(Shelf.json(late).path("type").asString()).isEqualTo("urn:slipway:problem:product-changed");
    }

    @Test
    void showsWhatIsWithdrawnToWhoeverKnowsItAndLooksForItInVain() {
        String name = "Jug " + UUID.randomUUID();
        String id = shelf.product(name, 5);
        Map<String, Object> body = Shelf.body(name, 0);
        body.put("version", 1);
        body.put("status", "withdrawn");

        shelf.asOperator(HttpMethod.PUT, "/api/products/" + id, body);

        assertThat(shelf.get("/api/products?q=" + name)).isEmpty();
        assertThat(shelf.get("/api/products/" + id).path("status").asString()).isEqualTo("withdrawn");
    }

    @Test
    void findsProductsByTheBeginningOfTheirWordsPageByPage() {
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        String b = shelf.product("B " + word, 1);
        String a = shelf.product("A " + word, 1);
        String c = shelf.product("C " + word, 1);
        String beginning = word.substring(0, 20);

        JsonNode first = shelf.get("/api/products?limit=2&q=" + beginning);
        JsonNode second = shelf.get("/api/products?limit=2&q=" + beginning + "&after="
                + first.get(1).path("id").asString());

        assertThat(first).extracting(product -> product.path("id").asString()).containsExactly(a, b);
        assertThat(second).extracting(product -> product.path("id").asString()).containsExactly(c);
        assertThat(shelf.get("/api/products?q=80 ml " + word)).hasSize(3);
        assertThat(shelf.get("/api/products?category=category.books&q=" + word)).isEmpty();
        assertThat(shelf.get("/api/products?category=category.coffee&q=" + word))
                .hasSize(3);
    }

    @Test
    void tellsWhoLookedAtWhat() {
        String id = shelf.product("Cups", 5);
        UUID user = UUID.randomUUID();

        http.get()
                .uri("/api/products/" + id)
                .header("Authorization", "Bearer " + Tokens.customer(user))
                .exchange()
                .expectStatus()
                .isOk();
        shelf.get("/api/products/" + id);

        JsonNode viewed = Events.await("store.product.viewed", user, 1).get(0);
        assertThat(EventSchemas.problems("store.product.viewed", viewed.toString()))
                .isEmpty();
        assertThat(viewed.path("data").path("productId").asString()).isEqualTo(id);
        assertThat(Events.records("store.product.viewed"))
                .filteredOn(record -> record.value().contains(id))
                .hasSize(1);
    }

    @Test
    void countsStockButNotBelowWhatIsReserved() {
        String id = shelf.product("Cups", 5);
        Events.await("stock.reserved", Shelf.order(id, 3));

        String path = "/api/products/" + id + "/stock";
        ExchangeResult tooFew = shelf.asOperator(HttpMethod.PUT, path, Map.of("onHand", 2));
        ExchangeResult late = shelf.asOperator(HttpMethod.PUT, path, Map.of("onHand", 10, "before", 4));
        ExchangeResult counted = shelf.asOperator(HttpMethod.PUT, path, Map.of("onHand", 10, "before", 5));

        assertThat(tooFew.getStatus()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(late.getStatus()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(counted.getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(shelf.stock(id).path("available").asLong()).isEqualTo(7);
        assertThat(shelf.available(id)).isEqualTo(7);
    }
}
