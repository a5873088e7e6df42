package dev.slipway.blueprint.ordering;

import dev.slipway.Slipway;
import dev.slipway.platform.Platform;

/** The default platform: eight services, three environments. */
public final class OrderingPlatform {
    private OrderingPlatform() {}

    /** The platform, declared. */
    public static Platform platform() {
        return Platform.named("ordering")
                .services(
                        OrderingServices.AI,
                        OrderingServices.AUTH,
                        OrderingServices.COMMON,
                        OrderingServices.NOTIFICATION,
                        OrderingServices.ORDER,
                        OrderingServices.PAYMENT,
                        OrderingServices.STORE,
                        OrderingServices.USER);
    }

    /** Synthesizes the platform: {@code mvn compile exec:java}. */
    public static void main(String... args) {
        Slipway.synthesize(platform());
    }
}
