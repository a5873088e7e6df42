package dev.slipway.docs;

import static dev.slipway.capability.streaming.Streaming.consumes;

import dev.slipway.capability.streaming.Topic;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;

/** Two mistakes, for the pages that show what Slipway says about them. */
final class BrokenPlatform {
    private BrokenPlatform() {}

    static Platform platform() {
        return ShopPlatform.platform().services(loyalty());
    }

    // snippet: broken-service
    static Service loyalty() {
        return Service.java("loyalty").port(80).needs(consumes(Topic.named("order.placd")));
    }
    // end

    static Platform withoutProviders() {
        // snippet: shop-problems
        Platform unmet = Platform.named("shop")
                .services(ShopPlatform.ORDER)
                .environments(Environment.named("dev").host("dev.shop.example.com"));
        // end
        return unmet;
    }
}
