package dev.slipway.ordering.ai;

import dev.slipway.ordering.starter.configuration.OrderingService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Recommends products. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public final class AiApplication {
    private AiApplication() {}

    public static void main(String... arguments) {
        OrderingService.named("ai", AiApplication.class).run(arguments);
    }
}
