package dev.slipway.review.difference;

import static dev.slipway.capability.cache.CacheNeed.cache;
import static dev.slipway.capability.cache.ElastiCache.valkey;
import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.RdsPostgres.rdsPostgres;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.capability.network.Connections.reaches;
import static dev.slipway.capability.network.Vpc.vpc;
import static dev.slipway.capability.secrets.SecretNeed.secret;
import static dev.slipway.capability.storage.Bucket.bucket;
import static dev.slipway.capability.storage.S3.s3;
import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.msk.ProvisionedMsk.provisionedMsk;
import static dev.slipway.platform.Sizing.SMALL;

import dev.slipway.Slipway;
import dev.slipway.capability.cache.ElastiCache;
import dev.slipway.capability.cluster.EksAutoMode;
import dev.slipway.capability.database.RdsPostgres;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.capability.streaming.msk.ProvisionedMsk;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Need;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A platform small enough to be rendered fifty times: two services, one environment, one of each store. Every field can be edited. */
final class Shop {
    private static final class Base {
        static final Synthesis RENDERED = new Shop().render();
    }

    Topic placed = Topic.named("order.placed").partitions(12).keyedBy("orderId");
    Topic settled = Topic.named("payment.settled").partitions(12).keyedBy("orderId");
    Topic prices =
            Topic.named("order.prices").partitions(6).keyedBy("productId").compact();
    EksAutoMode cluster = eksAutoMode();
    ProvisionedMsk streaming = provisionedMsk();
    RdsPostgres database = rdsPostgres();
    ElastiCache cache = valkey();
    String name = "shop";
    String cidr = "10.30.0.0/16";
    boolean isProduction = true;
    String release = "1.0.0";
    UnaryOperator<Service> order = service -> service;
    UnaryOperator<Service> payment = service -> service;
    List<Need> needsOfOrder = new ArrayList<>(List.of(postgres(), cache(), route("/api/orders"), bucket("receipts")));
    List<Need> needsOfPayment =
            new ArrayList<>(List.of(postgres(), secret("provider", "api-key"), reaches("api.payments.example.com")));
    List<Service> more = new ArrayList<>();
    List<Choice> choices = new ArrayList<>(List.of(SMALL));
    boolean paymentPublishes = true;
    boolean paymentConsumes = true;

    /** As it is before every change; rendered once. */
    static Synthesis before() {
        return Base.RENDERED;
    }

    /** As it is after a change. */
    static Synthesis after(Consumer<Shop> change) {
        Shop shop = new Shop();
        change.accept(shop);
        return shop.render();
    }

    private Synthesis render() {
        return Slipway.render(Slipway.plan(platform()));
    }

    private Platform platform() {
        Service ordering = Service.java("order")
                .needs(needsOfOrder.toArray(Need[]::new))
                .needs(publishes(placed), publishes(prices));
        ordering = paymentPublishes ? ordering.needs(consumes(settled)) : ordering;
        Service paying = Service.java("payment").needs(needsOfPayment.toArray(Need[]::new));
        paying = paymentConsumes ? paying.needs(consumes(placed)) : paying;
        paying = paymentPublishes ? paying.needs(publishes(settled)) : paying;
        Environment prod = Environment.named("prod").branch("main").host("shop.example.com").in("111122223333", "us-east-1");
        prod = isProduction ? prod.production() : prod;
        prod = prod.with(vpc().cidr(cidr), cluster, streaming, database, cache, s3())
                .with(choices.toArray(Choice[]::new));
        List<Service> services = new ArrayList<>(List.of(order.apply(ordering), payment.apply(paying)));
        services.addAll(more);
        return Platform.named(name)
                .release(release)
                .services(services.toArray(Service[]::new))
                .environments(prod);
    }
}
