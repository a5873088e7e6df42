package dev.slipway.ordering.testing;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Sets for a service what the platform would: the variables of its contract, with the addresses of {@link Parts}. */
public final class PartsOfThePlatform implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    public PartsOfThePlatform() {}

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String service = context.getEnvironment().getRequiredProperty("spring.application.name");
        Contract contract = Contract.of(service);
        context.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource("platform", Parts.variables(contract)));
        if (contract.sets("TOPIC_AUTH_KEYS")) {
            Tokens.publishKey();
        }
    }
}
