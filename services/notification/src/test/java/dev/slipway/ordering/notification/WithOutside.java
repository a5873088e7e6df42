package dev.slipway.ordering.notification;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test whose service writes to {@link Outside}; one service is started for all of them. */
interface WithOutside {
    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry registry) {
        Outside.register(registry);
    }
}
