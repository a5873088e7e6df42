package dev.slipway.capability.cluster;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.ManifestAssert;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodePoolTest {
    @Nested
    class Rendered {
        private static Synthesis synthesis;

        @BeforeAll
        static void render() {
            synthesis = Sample.with(eksAutoMode()
                            .nodePool(NodePool.spot("stateless").arm64().cores(64))
                            .nodePool(NodePool.onDemand("steady")))
                    .render();
        }

        private static ManifestAssert pool(String name) {
            return assertThat(synthesis).environment("prod").manifest("NodePool", name);
        }

        @Test
        void asksForItsKindOfNode() {
            pool("stateless")
                    .hasField("apiVersion", "karpenter.sh/v1")
                    .field("spec.template.spec.requirements")
                    .extracting("key", "operator", "values")
                    .hasItems(
                            List.of("karpenter.sh/capacity-type", "In", List.of("spot")),
                            List.of("kubernetes.io/arch", "In", List.of("arm64")),
                            List.of("kubernetes.io/os", "In", List.of("linux")),
                            List.of("eks.amazonaws.com/instance-category", "In", List.of("c", "m", "r")),
                            List.of("eks.amazonaws.com/instance-generation", "Gt", List.of("4")));
            pool("steady")
                    .field("spec.template.spec.requirements")
                    .extracting("key", "values")
                    .hasItems(
                            List.of("karpenter.sh/capacity-type", List.of("on-demand")),
                            List.of("kubernetes.io/arch", List.of("amd64")),
                            List.of("kubernetes.io/os", List.of("linux")),
                            List.of("eks.amazonaws.com/instance-category", List.of("c", "m", "r")),
                            List.of("eks.amazonaws.com/instance-generation", List.of("4")));
        }

        @Test
        void standsWhereTheBuiltInNodesStand() {
            pool("stateless")
                    .hasField(
                            "spec.template.spec.nodeClassRef",
                            Map.of("group", "eks.amazonaws.com", "kind", "NodeClass", "name", "default"));
        }

        @Test
        void growsToALimitAndShrinksToWhatIsUsed() {
            pool("stateless").hasField("spec.limits.cpu", "64");
            pool("steady").hasField("spec.limits.cpu", "32").hasField("spec.disruption", ofYaml("""
                    budgets: [{ nodes: 10% }]
                    consolidateAfter: 1m
                    consolidationPolicy: WhenEmptyOrUnderutilized
                    """));
        }

        @Test
        void isTriedInTheOrderOfDeclaration() {
            pool("stateless").hasField("spec.weight", 100);
            pool("steady").hasField("spec.weight", 99);
        }
    }

    @Test
    void isNoneUnlessChosen() {
        assertThat(Sample.with(eksAutoMode()).render())
                .environment("dev")
                .manifests("NodePool")
                .areNone();
    }

    @Nested
    class Checked {
        @ParameterizedTest
        @ValueSource(strings = {"Stateless", "state_less", ""})
        void refusesANameThatKubernetesRefuses(String name) {
            assertThat(Sample.with(eksAutoMode().nodePool(NodePool.spot(name))).problems())
                    .containsExactly(
                            "cluster/node-pool: The name (%s) of a node pool must be 1 to 63 lower-case letters, digits or hyphens, starting with a letter and ending with a letter or digit. Fix: write it as NodePool.spot(\"stateless\")."
                                    .formatted(name));
        }

        @ParameterizedTest
        @ValueSource(strings = {"system", "general-purpose", "first"})
        void refusesANameThatIsTaken(String name) {
            EksAutoMode cluster = eksAutoMode().nodePool(NodePool.spot("first")).nodePool(NodePool.onDemand(name));

            assertThat(Sample.with(cluster).problems())
                    .containsExactly(
                            "cluster/node-pool: The name (%s) of a node pool is taken; it must differ from that of every other and from those built in (general-purpose, system). Fix: give it another, such as NodePool.spot(\"stateless\")."
                                    .formatted(name));
        }

        @Test
        void refusesAPoolWithoutCores() {
            assertThat(Sample.with(eksAutoMode()
                                    .nodePool(NodePool.spot("stateless").cores(0)))
                            .problems())
                    .containsExactly(
                            "cluster/node-pool-cores: The cores (0) of node pool stateless must be at least 1. Fix: write it as .cores(32).");
        }

        @Test
        void acceptsPoolsOfDifferentNames() {
            EksAutoMode cluster =
                    eksAutoMode().nodePool(NodePool.spot("stateless").cores(1)).nodePool(NodePool.onDemand("general"));

            assertThat(Sample.with(cluster).problems()).isEmpty();
        }
    }
}
