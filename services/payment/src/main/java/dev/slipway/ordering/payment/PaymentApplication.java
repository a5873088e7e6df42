package dev.slipway.ordering.payment;

import dev.slipway.ordering.starter.configuration.OrderingService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Takes the money for orders, and gives it back. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public final class PaymentApplication {
    private PaymentApplication() {}

    public static void main(String... arguments) {
        OrderingService.named("payment", PaymentApplication.class).run(arguments);
    }
}
