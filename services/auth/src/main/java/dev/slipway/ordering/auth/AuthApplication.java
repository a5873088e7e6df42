package dev.slipway.ordering.auth;

import dev.slipway.ordering.auth.attempt.AttemptLimits;
import dev.slipway.ordering.auth.keys.KeySettings;
import dev.slipway.ordering.auth.session.SessionSettings;
import dev.slipway.ordering.starter.configuration.OrderingService;
import dev.slipway.ordering.starter.password.Passwords;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Knows who somebody is, and says so in tokens that everybody can check. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties({KeySettings.class, SessionSettings.class, AttemptLimits.class})
public final class AuthApplication {
    private AuthApplication() {}

    public static void main(String... arguments) {
        OrderingService.named("auth", AuthApplication.class).run(arguments);
    }

    @Bean
    Passwords passwords() {
        return Passwords.argon2id();
    }
}
