package dev.slipway.ordering.testing;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Sets for a service the variables of its contract, with nothing behind them. */
final class VariablesOfTheContract implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    VariablesOfTheContract() {}

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Contract contract = Contract.of(context.getEnvironment().getRequiredProperty("spring.application.name"));
        context.getEnvironment().getPropertySources().addLast(new MapPropertySource("platform", contract.known()));
    }
}
