package dev.slipway.ordering.common;

import dev.slipway.ordering.starter.configuration.OrderingService;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Keeps what all others go by: categories, regions, currencies. */
@SpringBootApplication(proxyBeanMethods = false)
public final class CommonApplication {
    private CommonApplication() {}

    public static void main(String... arguments) {
        OrderingService.named("common", CommonApplication.class).run(arguments);
    }
}
