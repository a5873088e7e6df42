package dev.slipway.ordering.user;

import dev.slipway.ordering.starter.configuration.OrderingService;
import dev.slipway.ordering.starter.password.Passwords;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Takes members in and keeps their profiles. */
@SpringBootApplication(proxyBeanMethods = false)
public final class UserApplication {
    private UserApplication() {}

    public static void main(String... arguments) {
        OrderingService.named("user", UserApplication.class).run(arguments);
    }

    @Bean
    Passwords passwords() {
        return Passwords.argon2id();
    }
}
