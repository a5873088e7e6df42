package dev.slipway.ordering.payment.provider.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the provider is, and how long it is waited for.
 *
 * @param attempts at one call, with a pause that doubles
 */
@ConfigurationProperties("payment.provider")
record ProviderProperties(
        String url,
        String apiKey,
        Duration connectTimeout,
        Duration readTimeout,
        int attempts,
        Duration pause,
        Circuit circuit) {

    /** After so many calls of which half failed nobody calls for a while. */
    record Circuit(int calls, Duration openFor) {}

    ProviderProperties {
        if (apiKey.isBlank()) {
            throw new IllegalStateException("PAYMENT_PROVIDER_API_KEY must have a value");
        }
    }

    @Override
    public String toString() {
        return url;
    }
}
