package dev.slipway.capability.network;

import static dev.slipway.capability.network.Connections.allowsFrom;
import static dev.slipway.capability.network.Connections.reachesIn;
import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.platform.Service;
import dev.slipway.testing.assertion.ManifestAssert;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamespacesTest {
    private static final String NAMESPACE = "namespaceSelector.matchLabels[kubernetes.io/metadata.name]";

    private static List<String> problems(Service service) {
        return Sample.with().services(service).problems();
    }

    @Test
    void areLetInAndReachedAsDeclaredAndNotOtherwise() {
        ManifestAssert policy = assertThat(Sample.with()
                        .services(
                                Service.java("order").needs(allowsFrom("reporting"), reachesIn("ledger", 9000)),
                                Service.java("payment"))
                        .renderDev())
                .environment("dev")
                .manifest("NetworkPolicy", "order");

        policy.field("spec.ingress").at("1").is(ofYaml("""
                from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: reporting } } }]
                ports: [{ port: 8080, protocol: TCP }]
                """));
        policy.field("spec.egress").at("1").is(ofYaml("""
                to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ledger } } }]
                ports: [{ port: 9000, protocol: TCP }]
                """));
        policy.field("spec.ingress").extracting("from.0." + NAMESPACE).hasItems("monitoring", "reporting");
        policy.field("spec.egress")
                .extracting("to.0." + NAMESPACE)
                .hasItem("ledger")
                .doesNotHaveItem("reporting");
    }

    @Test
    void failWhenOneIsItsOwn() {
        assertThat(problems(Service.java("order").needs(allowsFrom("shop-dev"))))
                .containsExactly(
                        "network/own-namespace: The namespace (shop-dev) that service order names is its own in environment dev; it must be another. Fix: let one service of the platform call the other with needs(calls(..)).");
        assertThat(problems(Service.java("order").needs(allowsFrom("shop-dev2"))))
                .isEmpty();
    }

    @Test
    void failWhenOneIsNoName() {
        assertThat(problems(Service.java("order").needs(reachesIn("Ledger", 80))))
                .first()
                .isEqualTo(
                        "network/namespace: The namespace (Ledger) that service order names must be 1 to 63 lower-case letters, digits or hyphens, starting with a letter and ending with a letter or digit. Fix: write it as the cluster has it.");
    }

    @Test
    void failOnAPortThatIsNone() {
        assertThat(problems(Service.java("order").needs(reachesIn("ledger", 65_536))))
                .first()
                .isEqualTo(
                        "network/namespace-port: The port (65536) on which service order reaches namespace ledger must be 1 to 65535. Fix: name the port on which the pods listen: reachesIn(\"ledger\", 8080).");
        assertThat(problems(Service.java("order").needs(reachesIn("ledger", 65_535))))
                .isEmpty();
    }

    @Test
    void failWhereNobodyAnswers() {
        assertThat(problems(Service.java("order").worker().needs(allowsFrom("reporting"))))
                .first()
                .isEqualTo(
                        "network/called-without-port: Service order allows calls from namespace (reporting), but answers on no port; it must be a server. Fix: remove the need, or give it a port with .port(8080).");
        assertThat(problems(Service.java("order").worker().needs(reachesIn("reporting", 80))))
                .isEmpty();
    }
}
