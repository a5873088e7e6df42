package dev.slipway.blueprint.ordering;

import static dev.slipway.capability.identity.GithubOidc.githubOidc;

import dev.slipway.Slipway;
import dev.slipway.platform.Platform;

/** The default platform: eight services, four environments. */
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
                        OrderingServices.USER)
                .environments(
                        OrderingEnvironments.DEV,
                        OrderingEnvironments.STAGING,
                        OrderingEnvironments.PROD,
                        OrderingEnvironments.LOCAL)
                .with(githubOidc("acme/ordering"));
    }

    /** Synthesizes the platform: {@code mvn compile exec:java}. */
    public static void main(String... args) {
        Slipway.synthesize(platform());
    }
}
