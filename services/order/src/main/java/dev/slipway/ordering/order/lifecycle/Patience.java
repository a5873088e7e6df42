package dev.slipway.ordering.order.lifecycle;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How long an order waits for the others before it is cancelled. */
@ConfigurationProperties("order")
public record Patience(Duration stockWithin, Duration paymentWithin) {}
