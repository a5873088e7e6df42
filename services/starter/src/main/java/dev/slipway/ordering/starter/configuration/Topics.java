package dev.slipway.ordering.starter.configuration;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The topics that the configuration of a service names, by {@code order-placed} for order.placed. */
@ConfigurationProperties("slipway")
public record Topics(
        @DefaultValue Map<String, String> publishes,
        @DefaultValue Map<String, Consumed> consumes,
        @DefaultValue Map<String, String> materializes) {

    /** A topic whose events are handled, and where those go that cannot be. */
    public record Consumed(String topic, String deadLetters) {}

    /** The topic on the broker; the argument is what the schema is called, as {@code "order.placed"}. */
    public String published(String name) {
        return found(publishes, "publishes", name);
    }

    public Consumed consumed(String name) {
        return found(consumes, "consumes", name);
    }

    public String materialized(String name) {
        return found(materializes, "materializes", name);
    }

    private static <T> T found(Map<String, T> topics, String access, String name) {
        String key = name.replace('.', '-');
        return Optional.ofNullable(topics.get(key))
                .orElseThrow(
                        () -> new IllegalStateException("The topic " + name + " must be configured. Fix: set slipway."
                                + access + "." + key + " to the variable of the platform"));
    }
}
