package dev.slipway.ordering.store;

import dev.slipway.ordering.starter.configuration.OrderingService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Sells products as long as there are some. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public final class StoreApplication {
    private StoreApplication() {}

    public static void main(String... arguments) {
        OrderingService.named("store", StoreApplication.class).run(arguments);
    }
}
