package dev.slipway.docs;

import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.network.Connections.reaches;
import static dev.slipway.capability.secrets.SecretNeed.secret;
import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.docs.ShopPlatform.ORDER_PLACED;

import dev.slipway.capability.streaming.Topic;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;

/** The shop with one more service, for the page that adds it. */
final class AddedService {
    private AddedService() {}

    // snippet: added-service
    static final Topic PAYMENT_SETTLED =
            Topic.named("payment.settled").partitions(12).keyedBy("orderId");

    static final Service PAYMENT = Service.java("payment")
            .needs(
                    consumes(ORDER_PLACED),
                    publishes(PAYMENT_SETTLED),
                    postgres(),
                    secret("card-processor", "api-key"),
                    reaches("api.cards.example.com"))
            .ownedBy("payments", "#payments");
    // end

    static Platform platform() {
        return ShopPlatform.platform().services(PAYMENT, ledger());
    }

    // snippet: added-reader
    static Service ledger() {
        return Service.python("ledger").worker().needs(consumes(PAYMENT_SETTLED));
    }
    // end
}
