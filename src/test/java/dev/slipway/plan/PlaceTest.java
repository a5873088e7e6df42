package dev.slipway.plan;

import static dev.slipway.plan.Answers.answers;
import static dev.slipway.plan.Ask.ask;
import static dev.slipway.plan.FakeCluster.cluster;
import static dev.slipway.platform.Sizing.LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.Tier;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Sizing;
import dev.slipway.platform.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceTest {
    private static final Service ORDER = Service.java("order").needs(ask("b"), ask("a"));
    private static final Service PAYMENT = Service.java("payment");
    private static final Service CART = Service.java("cart").needs(ask("c"));
    private static final Platform PLATFORM = Platform.named("shop").services(ORDER, PAYMENT, CART);

    private static Place in(String region) {
        Environment environment = Environment.named("dev");
        return new Place(
                PLATFORM,
                environment,
                new Target("111122223333", region),
                Names.of(PLATFORM, environment),
                List.of(cluster(), answers(), LARGE));
    }

    @Test
    void findsAChoiceByWhatItIs() {
        Place place = in("eu-central-1");
        assertThat(place.choice(Cluster.class)).contains(cluster());
        assertThat(place.choice(Sizing.class)).contains(LARGE);
        assertThat(place.choice(Network.class)).isEmpty();
    }

    @Test
    void findsEachClaimWithItsServiceInOrder() {
        Place place = in("eu-central-1");
        assertThat(place.claims(Ask.class))
                .containsExactly(
                        new Claim<>(ORDER, ask("b")), new Claim<>(ORDER, ask("a")), new Claim<>(CART, ask("c")));
        assertThat(place.claims(Ask.class).get(0).origin())
                .hasToString(ORDER.needs().get(0).origin().toString());
        assertThat(place.servicesWith(Ask.class)).containsExactly(ORDER, CART);
    }

    @Test
    void namesTheClusterAfterPlatformAndEnvironment() {
        assertThat(in("eu-central-1").clusterName()).isEqualTo("shop-dev");
        assertThat(in("eu-central-1").today()).isEmpty();
    }

    @Test
    void findsAServiceByName() {
        assertThat(in("eu-central-1").service("payment")).contains(PAYMENT);
        assertThat(in("eu-central-1").service("billing")).isEmpty();
    }

    @Test
    void namesResourcesInItsAccountRegionAndPartition() {
        assertThat(in("eu-central-1").arn("kafka", "cluster/shop-dev/*"))
                .isEqualTo("arn:aws:kafka:eu-central-1:111122223333:cluster/shop-dev/*");
        assertThat(in("us-gov-west-1").arn("kafka", "x"))
                .isEqualTo("arn:aws-us-gov:kafka:us-gov-west-1:111122223333:x");
        assertThat(in("cn-north-1").roleArn("shop.dev.order"))
                .isEqualTo("arn:aws-cn:iam::111122223333:role/shop.dev.order");
    }

    @Test
    void kindsOfPlaceAreChosenAmongTheirOwn() {
        FakeNetwork network = new FakeNetwork(Cidr.of("10.0.0.0/16"), Origin.unknown());
        assertThat(cluster().kind()).isEqualTo(Cluster.class);
        assertThat(network.kind()).isEqualTo(Network.class);
        assertThat(new FakeRegistry(Origin.unknown()).kind()).isEqualTo(Registry.class);
        assertThat(answers().kind()).isEqualTo(Ask.class);
        assertThat(network.check(in("eu-central-1"))).isEmpty();
        assertThat(network.subnets(Tier.PUBLIC)).containsExactly(network.range());
    }
}
