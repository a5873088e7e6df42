package dev.slipway.capability.network;

import static dev.slipway.capability.network.Connections.calls;
import static dev.slipway.capability.network.Connections.reaches;
import static dev.slipway.capability.network.PodNetwork.podNetwork;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Need;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PodNetworkTest {
    private static Sample platform(Need need) {
        return Sample.with(podNetwork())
                .services(
                        Service.java("order").needs(need),
                        Service.go("price-list").port(9000),
                        Service.python("report").worker());
    }

    @Nested
    class Bound {
        @Test
        void tellsACallerTheUrlOfTheServiceAndOpensTheWayToItsPort() {
            ServicePlan order = platform(calls("price-list")).planned("order");

            assertThat(order.variables())
                    .contains(Variable.plain(
                            "PRICE_LIST_URL", "http://price-list.shop-dev.svc.cluster.local", "calls price-list"));
            assertThat(order.edges())
                    .contains(NetworkEdge.out(
                            new Peer.OfService("price-list"), 9000, "calls price-list", Origin.unknown()));
        }

        @Test
        void opensTheWayInAtTheOtherEnd() {
            assertThat(platform(calls("price-list")).planned("price-list").edges())
                    .contains(NetworkEdge.in(
                            new Peer.OfService("order"), 9000, "order calls price-list", Origin.unknown()));
        }

        @Test
        void opensTheWayToAHostOutside() {
            ServicePlan order = platform(reaches("smtp.example.com", 587)).planned("order");

            assertThat(order.edges())
                    .contains(NetworkEdge.out(
                            new Peer.OfHost("smtp.example.com"),
                            587,
                            "reaches smtp.example.com:587",
                            Origin.unknown()));
            assertThat(order.variables())
                    .noneMatch(variable -> variable.reason().startsWith("reaches"));
        }
    }

    @Nested
    class Checked {
        @Test
        void suggestsTheServiceThatWasMeant() {
            assertThat(platform(calls("price-lst")).problems())
                    .containsExactly(
                            "network/unknown-service: Service order calls one that the platform does not have (price-lst); it must be one of its services. Fix: did you mean price-list?");
        }

        @Test
        void namesTheServicesThatThereAreWhereNoneIsNear() {
            assertThat(platform(calls("warehouse")).problems())
                    .containsExactly(
                            "network/unknown-service: Service order calls one that the platform does not have (warehouse); it must be one of its services. Fix: declare it, or call one of these: price-list, report.");
        }

        @Test
        void refusesACallToAServiceWithoutAPort() {
            assertThat(platform(calls("report")).problems())
                    .containsExactly(
                            "network/callee-without-port: Service order calls one that answers on no port (report); it must call a server. Fix: give report a port with .port(8080), or couple the two by a topic.");
        }

        @Test
        void refusesACallToItself() {
            assertThat(platform(calls("order")).problems())
                    .containsExactly(
                            "network/calls-itself: Service order calls itself (order); it must call another. Fix: remove the need.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"https://api.example.com", "api.example.com/v1", "API.example.com", "localhost", "10.0.0.1"})
        void refusesWhatIsNoHost(String host) {
            assertThat(platform(reaches(host)).problems())
                    .containsExactly(
                            "network/host: The host (%s) that service order reaches must be a full host name in lower case, without scheme or path. Fix: write it as reaches(\"api.example.com\", 443)."
                                    .formatted(host));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 65_536})
        void refusesWhatIsNoPort(int port) {
            assertThat(platform(reaches("api.example.com", port)).problems())
                    .containsExactly(
                            "network/port: The port (%s) on which service order reaches api.example.com must be 1 to 65535. Fix: write it as reaches(\"api.example.com\", 443)."
                                    .formatted(port));
        }

        @Test
        void acceptsServersAndHostsThatThereCanBe() {
            List<Need> needs =
                    List.of(calls("price-list"), reaches("api.example.com", 1), reaches("a-b.example.co.uk", 65_535));

            assertThat(needs)
                    .allSatisfy(need -> assertThat(platform(need).problems()).isEmpty());
        }
    }
}
