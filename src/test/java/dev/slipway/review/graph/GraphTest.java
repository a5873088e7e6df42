package dev.slipway.review.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is drawn of a topology, and of a difference of two. */
class GraphTest {
    static Topology shop(int replicas, List<Topology.Edge> more) {
        List<Topology.Edge> edges = new java.util.ArrayList<>(List.of(
                new Topology.Edge("route/api/orders", "service/order", "routes", "route /api/orders"),
                new Topology.Edge("service/order", "store/order/postgres", "uses", "postgres"),
                new Topology.Edge("service/order", "topic/order.placed", "publishes", "publishes order.placed"),
                new Topology.Edge("topic/order.placed", "service/mail", "consumes", "consumes order.placed"),
                new Topology.Edge("service/mail", "store/bucket/letters", "uses", "bucket letters")));
        edges.addAll(more);
        return new Topology(
                "shop",
                "prod",
                List.of(
                        new Topology.Service("order", replicas, replicas, "shop/order:1", OptionalInt.of(8080)),
                        new Topology.Service("mail", 0, 1, "shop/mail:1", OptionalInt.empty())),
                List.of(new Topology.Topic("order.placed", 12, Optional.empty(), false, Optional.empty())),
                List.of(
                        new Topology.Store("order/postgres", "postgres", "RdsPostgres"),
                        new Topology.Store("bucket/letters", "bucket", "S3")),
                edges,
                List.of());
    }

    private static final List<Topology.Edge> PRICES = List.of(
            new Topology.Edge("topic/prices", "service/order", "materializes", "materializes prices"),
            new Topology.Edge("service/mail", "host/smtp.example.com:587", "reaches", "reaches smtp.example.com:587"));

    @Test
    void whatAServiceHasForItselfStandsInItsBox() {
        assertThat(Mermaid.of(Graph.of(shop(3, List.of())))).isEqualTo("""
                flowchart LR
                  n0["order<br/>3 replicas<br/>/api/orders<br/>postgres: RdsPostgres"]
                  n1["mail<br/>a job"]
                  n2(["order.placed<br/>12 partitions"])
                  n3[("bucket letters: S3")]
                  n1 ==> n3
                  n0 --> n2
                  n2 --> n1
                """);
    }

    @Test
    void thePlatformIsDrawnWithoutWhatDiffersBetweenEnvironments() {
        assertThat(Mermaid.of(Graph.ofPlatform(shop(3, List.of()))))
                .isEqualTo(Mermaid.of(Graph.ofPlatform(shop(1, List.of()))))
                .contains("n0[\"order<br/>/api/orders<br/>postgres\"]", "n2([\"order.placed\"])");
    }

    @Test
    void aDifferenceShowsBothInOne() {
        Graph before = Graph.of(shop(1, PRICES.subList(0, 1)));
        Graph after = Graph.of(shop(3, PRICES.subList(1, 2)));

        assertThat(Mermaid.of(Graph.difference(before, after))).isEqualTo("""
                flowchart LR
                  n0["order<br/>+ 3 replicas<br/>/api/orders<br/>postgres: RdsPostgres<br/>- 1 replica"]:::changed
                  n1["mail<br/>a job"]
                  n2(["order.placed<br/>12 partitions"])
                  n3[("bucket letters: S3")]
                  n4{{"+ smtp.example.com:587"}}:::added
                  n5(["- prices"]):::removed
                  n1 ==> n4
                  n1 ==> n3
                  n0 --> n2
                  n2 --> n1
                  n5 -.-> n0
                  classDef added stroke:#1a7f37,stroke-width:2px,color:#1a7f37
                  classDef removed stroke:#cf222e,stroke-width:2px,color:#cf222e,stroke-dasharray:5 5
                  classDef changed stroke:#9a6700,stroke-width:2px
                  linkStyle 0 stroke:#1a7f37,stroke-width:2px
                  linkStyle 4 stroke:#cf222e,stroke-width:2px,stroke-dasharray:5 5
                """);
    }

    @Test
    void twoThatAreTheSameDifferInNothing() {
        Graph same = Graph.difference(Graph.of(shop(3, PRICES)), Graph.of(shop(3, PRICES)));

        assertThat(same).isEqualTo(Graph.of(shop(3, PRICES)));
        assertThat(same.isChanged()).isFalse();
        assertThat(same.changes().nodes()).isEmpty();
    }

    @Test
    void theChangesAloneLeaveOutWhatIsFarFromThem() {
        Graph difference = Graph.difference(Graph.of(shop(3, List.of())), Graph.of(shop(3, PRICES.subList(0, 1))));

        assertThat(difference.isChanged()).isTrue();
        assertThat(difference.changes().nodes()).extracting(Node::title).containsExactly("order", "prices");
    }

    @Test
    void anUnchangedBoxKeepsItsLinesInOrder() {
        Node node = new Node(
                "service/a", Node.Sort.SERVICE, "a", List.of(new Node.Line("x \"<b>`", Change.NONE)), Change.NONE);

        assertThat(Mermaid.of(new Graph(List.of(node), List.of())))
                .as("what is markup elsewhere")
                .contains("n0[\"a<br/>x #quot;&lt;b&gt;'\"]");
    }
}
