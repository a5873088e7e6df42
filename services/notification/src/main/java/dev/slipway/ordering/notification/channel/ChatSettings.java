package dev.slipway.ordering.notification.channel;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the teams are told: addresses that are secrets, since whoever knows one may post. */
@ConfigurationProperties("notification.chat")
public record ChatSettings(URI slack, URI teams) {
    @Override
    public String toString() {
        return "chats";
    }
}
