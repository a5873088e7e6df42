package dev.slipway.capability.cluster;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
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

        private static Manifest pool(String name) {
            return synthesis.manifest("prod", "NodePool", name);
        }

        @Test
        void asksForItsKindOfNode() {
            assertThat(pool("stateless").at("apiVersion").text()).isEqualTo("karpenter.sh/v1");
            assertThat(pool("stateless").at("spec.template.spec.requirements").items())
                    .extracting(requirement -> "%s %s %s"
                            .formatted(
                                    requirement.get("key").text(),
                                    requirement.get("operator").text(),
                                    requirement.get("values").texts()))
                    .containsExactly(
                            "karpenter.sh/capacity-type In [spot]",
                            "kubernetes.io/arch In [arm64]",
                            "kubernetes.io/os In [linux]",
                            "eks.amazonaws.com/instance-category In [c, m, r]",
                            "eks.amazonaws.com/instance-generation Gt [4]");
            assertThat(pool("steady").at("spec.template.spec.requirements").toString())
                    .contains("on-demand", "amd64")
                    .doesNotContain("spot", "arm64");
        }

        @Test
        void standsWhereTheBuiltInNodesStand() {
            assertThat(pool("stateless").at("spec.template.spec.nodeClassRef"))
                    .hasToString("{\"group\":\"eks.amazonaws.com\",\"kind\":\"NodeClass\",\"name\":\"default\"}");
        }

        @Test
        void growsToALimitAndShrinksToWhatIsUsed() {
            assertThat(pool("stateless").at("spec.limits.cpu").text()).isEqualTo("64");
            assertThat(pool("steady").at("spec.limits.cpu").text()).isEqualTo("32");
            assertThat(pool("steady").at("spec.disruption"))
                    .hasToString(
                            "{\"budgets\":[{\"nodes\":\"10%\"}],\"consolidateAfter\":\"1m\",\"consolidationPolicy\":\"WhenEmptyOrUnderutilized\"}");
        }

        @Test
        void isTriedInTheOrderOfDeclaration() {
            assertThat(pool("stateless").at("spec.weight").number()).hasValue(100L);
            assertThat(pool("steady").at("spec.weight").number()).hasValue(99L);
        }
    }

    @Test
    void isNoneUnlessChosen() {
        assertThat(Sample.with(eksAutoMode()).render().manifests("dev", "NodePool"))
                .isEmpty();
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
