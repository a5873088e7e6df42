package dev.slipway.workload;

import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Image.published;
import static dev.slipway.platform.Sizing.LARGE;
import static dev.slipway.platform.Sizing.SMALL;
import static dev.slipway.testing.Assertions.assertThat;
import static dev.slipway.workload.Premises.Wants.wants;

import dev.slipway.Slipway;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Parameter;
import dev.slipway.plan.binding.Tier;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.workload.Premises.AnyCluster;
import dev.slipway.workload.Premises.AnyNetwork;
import dev.slipway.workload.Premises.Obliging;
import java.util.List;
import java.util.Map;

/** A platform with a service of each workload, in a small and a large environment; rendered once for all tests. */
final class Shop {
    static final Parameter BROKERS = new Parameter("/shop/dev/streaming/bootstrap-brokers", Parameter.Type.TEXT);

    private static final Origin HERE = Origin.of("Shop.java", 1);

    private static final Binding OF_ORDER = new Binding(
            List.of(
                    Variable.from("KAFKA_BOOTSTRAP_SERVERS", BROKERS, "publishes order.placed"),
                    Variable.fromSecret("DATABASE_PASSWORD", "shop/dev/order/database", "password", "postgres"),
                    new Variable(
                            "DATABASE_CA", new Variable.Source.FromClusterSecret("database-ca", "ca.crt"), "postgres")),
            List.of(),
            List.of(
                    NetworkEdge.out(new Peer.OfSubnets(Tier.ISOLATED), 9098, "publishes order.placed", HERE),
                    NetworkEdge.out(new Peer.OfSubnets(Tier.ISOLATED), 5432, "postgres", HERE),
                    NetworkEdge.out(new Peer.OfService("stock"), 9000, "calls stock", HERE),
                    NetworkEdge.out(new Peer.OfHost("api.payments.example.com"), 443, "reaches", HERE),
                    NetworkEdge.out(new Peer.OfRange(Cidr.host("10.9.8.7")), 8443, "wants", HERE),
                    NetworkEdge.in(new Peer.OfSubnets(Tier.PUBLIC), 8080, "route /", HERE),
                    NetworkEdge.in(
                            new Peer.OfPods("mesh", Map.of("role", "gateway", "app", "edge")), 8080, "mesh", HERE)));

    static final Service ORDER = Service.java("order")
            .ownedBy("checkout", "#team-checkout")
            .variable("CURRENCY", "EUR")
            .needs(wants(OF_ORDER));

    static final Service STOCK = Service.go("stock").port(9000);
    static final Service MAILER = Service.python("mailer").worker();
    static final Service REPORT = Service.node("report").scheduled("0 3 * * *");
    static final Service IMPORT = Service.other("import")
            .image(published("docker.io/acme/import:1.4.0"))
            .once();

    static final Synthesis RENDERED = rendered(ORDER);

    private Shop() {}

    static EnvironmentAssert dev() {
        return assertThat(RENDERED).environment("dev");
    }

    static EnvironmentAssert prod() {
        return assertThat(RENDERED).environment("prod");
    }

    /** The same platform with another order service. */
    static Synthesis rendered(Service order) {
        Platform platform = Platform.named("shop")
                .release("1.2.3")
                .services(order, STOCK, MAILER, REPORT, IMPORT)
                .environments(
                        Environment.named("dev").with(AnyCluster.BY_ADDRESS, SMALL),
                        Environment.named("prod").production().with(AnyCluster.BY_NAME, LARGE, autoscale(3, 10)))
                .with(AnyNetwork.THREE_ZONES, Obliging.PROVIDER);
        return Slipway.render(Premises.plan(platform));
    }
}
