package dev.slipway.ordering.notification.channel;

import dev.slipway.ordering.notification.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A webhook of a workflow of Teams, which takes an adaptive card. */
@Component
final class Teams implements Messenger {
    private final Webhook webhook;

    Teams(ChatSettings settings) {
        webhook = new Webhook(settings.teams());
    }

    @Override
    public Channel channel() {
        return Channel.TEAMS;
    }

    @Override
    public void send(UUID id, Optional<String> to, Message message) throws UndeliveredException {
        webhook.post(Map.of(
                "type",
                "message",
                "attachments",
                List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card(message)))));
    }

    private static Map<String, Object> card(Message message) {
        return Map.of(
                "type",
                "AdaptiveCard",
                "$schema",
                "http://adaptivecards.io/schemas/adaptive-card.json",
                "version",
                "1.4",
                "body",
                List.of(
                        Map.of("type", "TextBlock", "weight", "Bolder", "wrap", true, "text", message.subject()),
                        Map.of("type", "TextBlock", "wrap", true, "text", message.text())));
    }
}
