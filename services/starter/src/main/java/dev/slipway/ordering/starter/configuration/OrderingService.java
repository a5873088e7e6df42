package dev.slipway.ordering.starter.configuration;

import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * A service, ready to run. Its settings are in {@code <name>.yaml} and its migrations in {@code db/<name>}, so that
 * several services can share a class path.
 *
 * <pre>{@code
 * public static void main(String... arguments) {
 *     OrderingService.named("order", OrderApplication.class).run(arguments);
 * }
 * }</pre>
 */
public final class OrderingService {
    private OrderingService() {}

    public static SpringApplicationBuilder named(String name, Class<?> application) {
        return new SpringApplicationBuilder(application)
                .registerShutdownHook(true)
                .properties(Map.of("spring.config.name", name));
    }
}
