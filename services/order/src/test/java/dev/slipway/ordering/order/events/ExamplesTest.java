package dev.slipway.ordering.order.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.order.catalogue.Product;
import dev.slipway.ordering.schemas.EventSchemas;
import dev.slipway.ordering.starter.event.EventCodec;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The service reads what the schemas promise, and leans on nothing that they do not. */
class ExamplesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private final EventCodec codec = new EventCodec("order", "https://shop.example.com/schemas/", Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(
            strings = {"stock.reserved", "stock.rejected", "payment.settled", "payment.failed", "payment.refunded"})
    void readsWhatStoreAndPaymentSay(String topic) {
        assertThat(codec.read(topic, certain(topic), SagaEvents.Answer.class)
                        .data()
                        .orderId())
                .isEqualTo(UUID.fromString("018f6b20-9c47-7d52-8a31-6e5d4c3b2a10"));
    }

    @Test
    void readsAProduct() {
        Product product = codec.read("store.product", certain("store.product"), Product.class)
                .data();

        assertThat(product.name()).isEqualTo("Espresso cups, set of two");
        assertThat(product.unitPrice()).isEqualTo(1490);
        assertThat(product.isForSale()).isTrue();
    }

    /** The example with no more than must be there. */
    private static String certain(String topic) {
        JsonNode event = JSON.readTree(EventSchemas.example(topic));
        Set<String> required = Set.copyOf(JSON.readTree(EventSchemas.schema(topic))
                .path("required")
                .valueStream()
                .map(JsonNode::asString)
                .toList());
        ((ObjectNode) event.path("data")).retain(required);
        ((ObjectNode) event).remove("traceparent");
        return event.toString();
    }
}
