package dev.slipway.ordering.laptop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.ordering.laptop.shop.Shop;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a collector of OpenTelemetry gets to see. */
@ExtendWith(SharedLaptop.Given.class)
final class TracesIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void anOrderIsOneTraceFromItsRequestToTheMail(SharedLaptop laptop) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        Shop shop = laptop.shop();
        Shop.User ada = shop.newUser();

        Shop.Answer placed = order(shop, ada, "00-" + trace + "-00f067aa0ba902b7-01");
        shop.decided(ada, placed.body().path("id").asString());

        await().atMost(SOON).untilAsserted(() -> assertThat(laptop.collector().of(trace))
                .extracting(Collector.Span::toString)
                .contains(
                        "order: http post /api/orders",
                        "order: publish order.placed",
                        "store: handle order.placed",
                        "store: publish stock.reserved",
                        "order: handle stock.reserved",
                        "order: publish payment.requested",
                        "payment: handle payment.requested",
                        "payment: ask the provider",
                        "payment: publish payment.settled",
                        "order: handle payment.settled",
                        "order: publish order.confirmed",
                        "notification: handle order.confirmed",
                        "notification: deliver"));
        List<Collector.Span> spans = laptop.collector().of(trace);
        Collector.Span published = span(spans, "order: publish order.placed");
        assertThat(published.kind()).isEqualTo(SpanKind.SPAN_KIND_PRODUCER);
        assertThat(published.parent()).isNotEmpty();
        Collector.Span handled = span(spans, "store: handle order.placed");
        assertThat(handled.kind()).isEqualTo(SpanKind.SPAN_KIND_CONSUMER);
        assertThat(handled.parent()).isEqualTo(published.id());
        assertThat(spans)
                .extracting(Collector.Span::name)
                .noneMatch(name -> name.contains("secur") || name.contains("authorize") || name.contains("task"));
    }

    @Test
    void whatItsCallerDoesNotSampleIsNotSent(SharedLaptop laptop) {
        String unsampled = UUID.randomUUID().toString().replace("-", "");
        String sampled = UUID.randomUUID().toString().replace("-", "");
        Shop shop = laptop.shop();
        Shop.User ada = shop.newUser();

        order(shop, ada, "00-" + unsampled + "-00f067aa0ba902b7-00");
        order(shop, ada, "00-" + sampled + "-00f067aa0ba902b7-01");

        await().atMost(SOON).untilAsserted(() -> assertThat(laptop.collector().of(sampled))
                .extracting(Collector.Span::toString)
                .contains("store: publish stock.reserved"));
        assertThat(laptop.collector().of(unsampled)).isEmpty();
    }

    /** Places an order in a trace of the caller. */
    static Shop.Answer order(Shop shop, Shop.User user, String traceparent) {
        Shop.Answer answer = shop.post(
                "/api/orders",
                user.token(),
                Map.of(
                        "lines",
                        List.of(Map.of(
                                "productId",
                                shop.product(Seeded.PLENTY).path("id").asString(),
                                "quantity",
                                1)),
                        "paymentMethod",
                        "pm_card"),
                Map.of("Idempotency-Key", UUID.randomUUID().toString(), "traceparent", traceparent));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer;
    }

    private static Collector.Span span(List<Collector.Span> spans, String name) {
        return spans.stream()
                .filter(span -> span.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
