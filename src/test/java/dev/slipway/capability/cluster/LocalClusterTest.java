package dev.slipway.capability.cluster;

import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.Slipway;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalClusterTest {
    private static final LocalCluster LOCAL = localCluster();

    private static List<Problem> problems(LocalCluster cluster, Environment environment) {
        return Slipway.plan(
                        Platform.named("shop").services(Service.java("order")).environments(environment.with(cluster)))
                .problems();
    }

    @Test
    void isNotOnAws() {
        assertThat(LOCAL.isOnAws()).isFalse();
        assertThat(LOCAL.makesLoadBalancers()).isFalse();
        assertThat(LOCAL.enforcesHostNames()).isFalse();
    }

    @Test
    void hasItsPodsResolveNamesAndNothingElse() {
        Peer resolver = new Peer.OfPods("kube-system", Map.of("k8s-app", "kube-dns"));

        assertThat(LOCAL.necessities())
                .extracting(NetworkEdge::peer, NetworkEdge::port, edge -> edge.protocol()
                        .name())
                .containsExactly(tuple(resolver, 53, "UDP"), tuple(resolver, 53, "TCP"));
    }

    @Test
    void hasItsApiAtPrivateAddressesAlone() {
        assertThat(LOCAL.waysToItsApi())
                .extracting(edge -> "%s %s".formatted(((Peer.OfRange) edge.peer()).range(), edge.port()))
                .containsExactly(
                        "10.0.0.0/8 443",
                        "10.0.0.0/8 6443",
                        "10.0.0.0/8 8443",
                        "172.16.0.0/12 443",
                        "172.16.0.0/12 6443",
                        "172.16.0.0/12 8443",
                        "192.168.0.0/16 443",
                        "192.168.0.0/16 6443",
                        "192.168.0.0/16 8443");
    }

    @Test
    void isOfAVersionThatIsKnown() {
        LocalCluster future = LOCAL.kubernetes("1.99");

        assertThat(problems(future, Environment.named("local")))
                .containsExactly(Problem.error(
                        "cluster/version",
                        future.origin(),
                        "The Kubernetes version (1.99) of the cluster must be one of 1.31, 1.32, 1.33, 1.34, 1.35, 1.36.",
                        "write it as localCluster().kubernetes(\"1.36\")."));
        assertThat(problems(LOCAL.kubernetes("1.35"), Environment.named("local")))
                .isEmpty();
    }

    @Test
    void isNotForProduction() {
        assertThat(problems(LOCAL, Environment.named("shop").production()))
                .containsExactly(Problem.warning(
                        "cluster/local-production",
                        LOCAL.origin(),
                        "Environment shop is for production, and its cluster (LocalCluster) is on one machine; what real customers depend on must survive the loss of one.",
                        "leave out production(), or choose another cluster, such as eksAutoMode()."));
        assertThat(problems(LOCAL, Environment.named("shop"))).isEmpty();
    }
}
