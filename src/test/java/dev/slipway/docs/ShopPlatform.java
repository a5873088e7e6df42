package dev.slipway.docs;

// snippet: shop-platform
import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.RdsPostgres.rdsPostgres;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.capability.network.Connections.reaches;
import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.msk.ProvisionedMsk.provisionedMsk;
import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Sizing.LARGE;
import static dev.slipway.platform.Sizing.SMALL;

import dev.slipway.Slipway;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;

public final class ShopPlatform {
    static final Topic ORDER_PLACED = Topic.named("order.placed").partitions(12).keyedBy("orderId");

    static final Service ORDER = Service.java("order").needs(postgres(), route("/api/orders"), publishes(ORDER_PLACED));

    static final Service MAIL =
            Service.python("mail").worker().needs(consumes(ORDER_PLACED), reaches("smtp.example.com", 587));

    static Platform platform() {
        return Platform.named("shop")
                .services(ORDER, MAIL)
                .environments(
                        Environment.named("dev")
                                .branch("develop")
                                .host("dev.shop.example.com")
                                .with(eksAutoMode(), provisionedMsk().brokers(2), rdsPostgres(), SMALL),
                        Environment.named("prod")
                                .production()
                                .branch("main")
                                .host("shop.example.com")
                                .with(eksAutoMode(), provisionedMsk(), rdsPostgres(), LARGE, autoscale(3, 10)));
    }

    public static void main(String... args) {
        Slipway.synthesize(platform());
    }
}
// end
