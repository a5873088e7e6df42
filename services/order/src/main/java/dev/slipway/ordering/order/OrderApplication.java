package dev.slipway.ordering.order;

import dev.slipway.ordering.order.lifecycle.Patience;
import dev.slipway.ordering.starter.configuration.OrderingService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Takes orders and leads each through stock and payment. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(Patience.class)
public final class OrderApplication {
    private OrderApplication() {}

    public static void main(String... arguments) {
        OrderingService.named("order", OrderApplication.class).run(arguments);
    }
}
