package dev.slipway.ordering.notification;

import dev.slipway.ordering.notification.channel.ChatSettings;
import dev.slipway.ordering.notification.delivery.DeliverySettings;
import dev.slipway.ordering.starter.configuration.OrderingService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Tells customers by e-mail and teams by chat what happened. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties({ChatSettings.class, DeliverySettings.class})
public final class NotificationApplication {
    private NotificationApplication() {}

    public static void main(String... arguments) {
        OrderingService.named("notification", NotificationApplication.class).run(arguments);
    }
}
