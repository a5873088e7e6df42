package dev.slipway.ordering.notification.channel;

import dev.slipway.ordering.notification.message.Message;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An incoming webhook of Slack. */
@Component
final class Slack implements Messenger {
    private final Webhook webhook;

    Slack(ChatSettings settings) {
        webhook = new Webhook(settings.slack());
    }

    @Override
    public Channel channel() {
        return Channel.SLACK;
    }

    @Override
    public void send(UUID id, Optional<String> to, Message message) throws UndeliveredException {
        webhook.post(Map.of("text", "*%s*\n%s".formatted(escaped(message.subject()), escaped(message.text()))));
    }

    /** Otherwise {@code <!channel>} in the name of a product would call everybody. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
