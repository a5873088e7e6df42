package dev.slipway.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SynthesisTest {
    private static final String STAGE = "cdk.out/assembly-shared-111122223333-eu-central-1/";

    private final Synthesis synthesis = Synthesis.of(Map.of(
            STAGE + "manifest.json",
            """
            {"artifacts": {
              "registryD09A4B37": {
                "type": "aws:cloudformation:stack",
                "displayName": "shared-111122223333-eu-central-1/dns-zone",
                "properties": {"templateFile": "dnszoneD09A4B37.template.json"}},
              "registryD09A4B37.assets": {"type": "cdk:asset-manifest"}}}""",
            STAGE + "dnszoneD09A4B37.template.json",
            """
            {"Resources": {"Zone": {"Type": "AWS::Route53::HostedZone", "Properties": {"Name": "example.com"}}}}""",
            "dist/dev/order.k8s.yaml",
            """
            kind: Service
            metadata: {name: order, namespace: shop-dev}
            ---
            kind: Deployment
            metadata: {name: order}
            spec: {replicas: 2}
            """,
            "dist/dev/addons/charts.yaml",
            """
            charts:
            - {name: viewer, repository: "https://charts.example.com", chart: headlamp, version: 0.45.0, namespace: view, release: viewer-1, values: viewer.values.yaml}
            - {name: bare, chart: bare, version: 1.0.0, values: bare.values.yaml}
            """,
            "dist/dev/addons/viewer.values.yaml",
            """
            kind: Deployment
            replicaCount: 2
            """,
            "dist/dev/addons/bare.values.yaml",
            "{}"));

    @Test
    void namesStacksAsTheirUsersDo() {
        Template template = synthesis.template("shared-111122223333-eu-central-1/dns-zone");

        assertThat(template.stage()).isEqualTo("shared-111122223333-eu-central-1");
        assertThat(template.concern()).isEqualTo("dns-zone");
        assertThat(template.resources("AWS::Route53::HostedZone").get(0).property("Name"))
                .isEqualTo(Tree.of("example.com"));
        assertThat(synthesis.templates()).hasSize(1);
    }

    @Test
    void listsTheStacksThatThereAreWhereOneIsMissing() {
        assertThatThrownBy(() -> synthesis.template("dev/network"))
                .hasMessage("There is no stack (dev/network); there are [shared-111122223333-eu-central-1/dns-zone].");
    }

    @Test
    void readsTheObjectsOfAFileInTheirOrder() {
        assertThat(synthesis.manifests("dev")).extracting(Manifest::kind).containsExactly("Service", "Deployment");
        assertThat(synthesis
                        .manifest("dev", "Deployment", "order")
                        .at("spec.replicas")
                        .number())
                .hasValue(2L);
        assertThat(synthesis.manifest("dev", "Service", "order").namespace()).isEqualTo("shop-dev");
    }

    @Test
    void readsTheChartsOfAnEnvironmentWithTheirValues() {
        InstalledChart viewer = synthesis.charts("dev").get(0);

        assertThat(synthesis.charts("dev")).extracting(InstalledChart::name).containsExactly("viewer", "bare");
        assertThat(viewer).hasToString("headlamp 0.45.0 in namespace view of dev");
        assertThat(viewer.repository()).isEqualTo("https://charts.example.com");
        assertThat(viewer.release()).isEqualTo("viewer-1");
        assertThat(viewer.values().at("replicaCount").number()).hasValue(2L);
        assertThat(synthesis.charts("dev").get(1).values().fields()).isEmpty();
        assertThat(synthesis.charts("prod")).isEmpty();
    }

    @Test
    void readsTextsThatAreLists() {
        assertThat(Tree.ofJson("[{\"a\": 1}, {\"b\": 2}]").items())
                .containsExactly(Tree.of(Map.of("a", 1)), Tree.of(Map.of("b", 2)));
        assertThat(Tree.ofYaml("- a\n- b\n").texts()).containsExactly("a", "b");
        assertThat(Tree.ofJson("").exists()).isFalse();
        assertThat(Tree.ofYaml("# nothing\n").exists()).isFalse();
    }

    @Test
    void readsWhatIsWrittenAsAManifestIs() {
        assertThat(Tree.ofYaml("{replicas: 2, strategy: {type: Recreate}}"))
                .isEqualTo(Tree.of(Map.of("replicas", 2, "strategy", Map.of("type", "Recreate"))));
        assertThatThrownBy(() -> Tree.ofYaml("replicas: 2\nstrategy: {type"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The file (text) is neither JSON nor YAML, from line 2 on");
    }

    @Test
    void takesNoValuesForAnObject() {
        assertThat(synthesis.manifests("dev")).hasSize(2);
    }
}
