package dev.slipway.ordering.notification.channel;

import dev.slipway.ordering.notification.message.Message;
import java.util.Optional;
import java.util.UUID;

/** The port to a channel. */
public interface Messenger {
    Channel channel();

    /**
     * Returns once the other side has taken the message.
     *
     * @param id of the delivery: the same for each try, so that the other side can know a message that it has
     * @param to the address, where the channel has more than one reader
     */
    void send(UUID id, Optional<String> to, Message message) throws UndeliveredException;
}
